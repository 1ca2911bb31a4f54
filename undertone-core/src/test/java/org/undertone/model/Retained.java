package org.undertone.model;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Counts what an object of ours keeps: elements of arrays and of collections, through all of our own objects below it. */
final class Retained {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private long elements;

    private Retained() {}

    static long elements(Object root) {
        var retained = new Retained();
        retained.visit(root);
        return retained.elements;
    }

    private void visit(Object object) {
        if (object == null || object instanceof Enum || !seen.add(object)) {
            return;
        }
        if (object.getClass().isArray()) {
            elements += Array.getLength(object);
            if (object instanceof Object[] parts) {
                for (Object part : parts) {
                    visit(part);
                }
            }
        } else if (object instanceof Collection<?> parts) {
            elements += parts.size();
            parts.forEach(this::visit);
        } else if (object instanceof Map<?, ?> parts) {
            elements += parts.size();
            parts.values().forEach(this::visit);
        } else if (object.getClass().getName().startsWith("org.undertone.")) {
            for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        visit(value(field, object));
                    }
                }
            }
        }
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
