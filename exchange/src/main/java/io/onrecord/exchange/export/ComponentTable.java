package io.onrecord.exchange.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A table whose rows are Java records: a column for each component, lower case with underscores. A record within a row has a column for each of its own components,
 * behind the name that it has in the row: {@code speaker_id}, {@code speaker_name}. Lists and maps are JSON, in which empty things are left out.
 * Constants and times are their names. Immutable; any number of threads may use one.
 *
 * @param <T> public, with public records within
 */
public final class ComponentTable<T extends Record> {

    private final Table table;
    private final List<Field<Object>> fields;

    private ComponentTable(Table table, List<Field<Object>> fields) {
        this.table = table;
        this.fields = fields;
    }

    /**
     * The table of a record.
     *
     * @param name what a row is, in the plural
     * @param type of the rows
     * @param about what a column says, by the names of its components with dots between them: {@code speaker.name}
     */
    public static <T extends Record> ComponentTable<T> of(String name, Class<T> type, Function<String, String> about) {
        List<Field<Object>> fields = new ArrayList<>();
        add(fields, type, "", row -> row, about);
        return new ComponentTable<>(
                new Table(name, fields.stream().map(Field::column).toList()), List.copyOf(fields));
    }

    private static void add(
            List<Field<Object>> fields,
            Class<?> type,
            String before,
            Function<Object, @Nullable Object> holder,
            Function<String, String> about) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = before + component.getName();
            Function<Object, @Nullable Object> value = row -> {
                @Nullable Object held = holder.apply(row);
                return held == null ? null : present(value(component, held));
            };
            Class<?> raw = held(component);
            if (raw.isRecord()) {
                add(fields, raw, path + ".", value, about);
            } else {
                Column column = new Column(column(path), type(raw), about.apply(path));
                fields.add(new Field<>(column, row -> cell(column.type(), value.apply(row))));
            }
        }
    }

    /** What a component holds, or what it may hold where it may be empty. */
    private static Class<?> held(RecordComponent component) {
        Type type = component.getGenericType();
        if (component.getType() == Optional.class && type instanceof ParameterizedType optional) {
            type = optional.getActualTypeArguments()[0];
        }
        if (type instanceof ParameterizedType generic) {
            type = generic.getRawType();
        }
        return type instanceof Class<?> known ? known : Object.class;
    }

    private static Column.Type type(Class<?> held) {
        if (held == int.class || held == Integer.class || held == long.class || held == Long.class) {
            return Column.Type.WHOLE;
        }
        if (held == OptionalInt.class || held == OptionalLong.class) {
            return Column.Type.WHOLE;
        }
        if (held == double.class || held == Double.class || held == OptionalDouble.class) {
            return Column.Type.REAL;
        }
        if (held == boolean.class || held == Boolean.class) {
            return Column.Type.FLAG;
        }
        return Collection.class.isAssignableFrom(held) || Map.class.isAssignableFrom(held)
                ? Column.Type.JSON
                : Column.Type.TEXT;
    }

    /** {@code speaker.savedAt} is {@code speaker_saved_at}. */
    private static String column(String path) {
        return path.replaceAll("([A-Z])", "_$1").replace('.', '_').toLowerCase(Locale.ROOT);
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException("the component " + component + " cannot be read", e);
        }
    }

    /** What something holds that may be empty, or else itself. */
    private static @Nullable Object present(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? optional.get() : null;
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return value;
    }

    private static Cell cell(Column.Type type, @Nullable Object value) {
        if (value == null) {
            return Cell.Absent.ABSENT;
        }
        return switch (type) {
            case WHOLE -> Cell.of(((Number) value).longValue());
            case REAL -> Cell.of(((Number) value).doubleValue());
            case FLAG -> Cell.of((Boolean) value);
            case JSON -> isEmpty(value) ? Cell.Absent.ABSENT : Cell.of(Json.write(out -> write(out, value)));
            case TEXT -> Cell.of(word(value));
        };
    }

    private static String word(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> some && some.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static void write(JsonGenerator out, Object value) {
        if (value instanceof Collection<?> some) {
            out.writeStartArray();
            some.forEach(one -> write(out, one));
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((name, one) -> {
                out.writeName(String.valueOf(name));
                write(out, one);
            });
            out.writeEndObject();
        } else if (value instanceof Record row) {
            out.writeStartObject();
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                @Nullable Object held = present(value(component, row));
                if (held != null && !isEmpty(held)) {
                    out.writeName(component.getName());
                    write(out, held);
                }
            }
            out.writeEndObject();
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeString(word(value));
        }
    }

    /** Its columns. */
    public Table table() {
        return table;
    }

    /**
     * One row.
     *
     * @throws UnfitRecordException if a text is not valid Unicode
     */
    public Row row(T value) {
        return Field.row(fields, value);
    }
}
