package org.undertone.exchange;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A graph of ONNX that grows node by node; values are known by their names. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Map<String, Integer> used = new HashMap<>();

    OnnxGraph(String name, String description) {
        graph.setName(name).setDocString(description);
    }

    /** Declares an input; a dimension that is no number has the name given. */
    String input(String name, TensorProto.DataType type, String... dimensions) {
        graph.addInput(value(name, type, dimensions));
        return name;
    }

    /** Gives a value a name under which it leaves the graph. */
    void output(String value, String name, TensorProto.DataType type, String... dimensions) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType("Identity")
                .addInput(value)
                .addOutput(name));
        graph.addOutput(value(name, type, dimensions));
    }

    /** Adds a node of one output and returns the output's name; an input that is left out is an empty name. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String name = fresh(operator.toLowerCase(java.util.Locale.ROOT));
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(Arrays.asList(attributes)));
        return name;
    }

    String node(String operator, String... inputs) {
        return node(operator, List.of(inputs));
    }

    String cast(String value, TensorProto.DataType type) {
        return node("Cast", List.of(value), integer("to", type.getNumber()));
    }

    String transpose(String value, long... order) {
        return node("Transpose", List.of(value), integers("perm", order));
    }

    String floats(String name, float[] values, long... shape) {
        ByteBuffer bytes = bytes(4L * values.length);
        bytes.asFloatBuffer().put(values);
        return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
    }

    String doubles(String name, double[] values, long... shape) {
        ByteBuffer bytes = bytes(8L * values.length);
        bytes.asDoubleBuffer().put(values);
        return constant(name, TensorProto.DataType.DOUBLE, bytes, shape);
    }

    /** A row of whole numbers. */
    String longs(String name, long... values) {
        ByteBuffer bytes = bytes(8L * values.length);
        bytes.asLongBuffer().put(values);
        return constant(name, TensorProto.DataType.INT64, bytes, values.length);
    }

    /** One whole number without dimensions. */
    String whole(String name, long value) {
        ByteBuffer bytes = bytes(8);
        bytes.asLongBuffer().put(value);
        return constant(name, TensorProto.DataType.INT64, bytes);
    }

    String booleans(String name, boolean[] values) {
        ByteBuffer bytes = bytes(values.length);
        for (boolean value : values) {
            bytes.put((byte) (value ? 1 : 0));
        }
        bytes.rewind();
        return constant(name, TensorProto.DataType.BOOL, bytes, values.length);
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto integers(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    GraphProto build() {
        return graph.build();
    }

    private String constant(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
        String unique = fresh(name);
        var tensor = TensorProto.newBuilder()
                .setName(unique)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        Arrays.stream(shape).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return unique;
    }

    private static ByteBuffer bytes(long count) {
        return ByteBuffer.allocate(Math.toIntExact(count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String fresh(String name) {
        int number = used.merge(name, 1, Integer::sum);
        return number == 1 ? name : name + "_" + number;
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, String... dimensions) {
        var shape = TensorShapeProto.newBuilder();
        for (String dimension : dimensions) {
            var declared = TensorShapeProto.Dimension.newBuilder();
            if (Character.isDigit(dimension.charAt(0))) {
                declared.setDimValue(Long.parseLong(dimension));
            } else {
                declared.setDimParam(dimension);
            }
            shape.addDim(declared);
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
