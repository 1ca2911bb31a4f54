package org.undertone.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the compiled classes use: types they depend on, and the fields, methods and constructors they name. */
final class ClassScan {
    private ClassScan() {}

    /** The uses of all classes below the directories; members as {@code owner.name(parameter types)}. */
    static List<Use> uses(List<Path> classes, String rootPackage) {
        var uses = new ArrayList<Use>();
        for (JavaClass type : new ClassFileImporter().importPaths(classes)) {
            String from = Packages.below(rootPackage, type.getPackageName());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String used = dependency.getTargetClass().getBaseComponentType().getFullName();
                uses.add(new Use(from, used, place(dependency.getSourceCodeLocation(), type)));
            }
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                uses.add(new Use(from, member(access), place(access.getSourceCodeLocation(), type)));
            }
        }
        return uses;
    }

    private static String member(JavaAccess<?> access) {
        String name =
                access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
        if (access instanceof JavaCodeUnitAccess<?> call) {
            return name
                    + call.getTarget().getRawParameterTypes().stream()
                            .map(JavaClass::getSimpleName)
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        return name;
    }

    private static String place(Object location, JavaClass type) {
        return type.getSimpleName() + " " + location;
    }
}
