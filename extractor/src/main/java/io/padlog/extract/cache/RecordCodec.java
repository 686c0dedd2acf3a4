package io.padlog.extract.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes records as bytes and reads them again. A component is a string, path, number, truth value, enum constant, another
 * record, one of a sealed family of records, or an optional, list, set or map of those; lists, sets and maps keep their
 * order. A string is written once and then by its number; so are records of the types that are shared. Nothing is made but what the types of the components name, whatever the bytes are. Threads may share
 * one.
 */
public final class RecordCodec {
    private static final int NEW = 0;

    private final Map<Class<?>, Object> constants;
    private final Set<Class<?>> shared;
    private final Map<Class<?>, RecordType> types = new ConcurrentHashMap<>();

    /** What is called to take a record apart and to make one. */
    private record RecordType(RecordComponent[] components, Constructor<?> constructor) {}

    /** @param constants values of types that are not written: what to read where one stood */
    public RecordCodec(Map<Class<?>, Object> constants) {
        this(constants, Set.of());
    }

    /** @param shared types of records of which equal ones are one when they are read */
    public RecordCodec(Map<Class<?>, Object> constants, Set<Class<?>> shared) {
        this.constants = Map.copyOf(constants);
        this.shared = Set.copyOf(shared);
    }

    /** Writes {@code value}. */
    public void write(Record value, DataOutputStream out) throws IOException {
        new Writing(out).value(value, value.getClass());
    }

    /** Reads what {@link #write} wrote of a value of the type.
     *  @throws IOException if it is no such thing */
    public <T extends Record> T read(Class<T> type, DataInputStream in) throws IOException {
        try {
            return type.cast(new Reading(in).value(type));
        } catch (ReflectiveOperationException | IllegalArgumentException | NullPointerException
                | IndexOutOfBoundsException | ClassCastException e) {
            throw new IOException("damaged: " + e.getMessage(), e);
        }
    }

    private RecordType recordType(Class<?> type) {
        return types.computeIfAbsent(type, key -> {
            RecordComponent[] components = key.getRecordComponents();
            Class<?>[] parameters = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                parameters[i] = components[i].getType();
                components[i].getAccessor().setAccessible(true);
            }
            try {
                Constructor<?> constructor = key.getDeclaredConstructor(parameters);
                constructor.setAccessible(true);
                return new RecordType(components, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: " + key, e);
            }
        });
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private final class Writing {
        private final DataOutputStream out;
        private final Map<String, Integer> strings = new HashMap<>();
        private final Map<Object, Integer> records = new HashMap<>();

        Writing(DataOutputStream out) {
            this.out = out;
        }

        void value(Object value, Type type) throws IOException {
            Class<?> raw = raw(type);
            if (constants.containsKey(raw)) {
                return;
            }
            if (raw == String.class) {
                string((String) value);
            } else if (raw == Path.class) {
                string(value.toString());
            } else if (raw == int.class || raw == Integer.class) {
                out.writeInt((int) value);
            } else if (raw == long.class || raw == Long.class) {
                out.writeLong((long) value);
            } else if (raw == boolean.class || raw == Boolean.class) {
                out.writeBoolean((boolean) value);
            } else if (raw.isEnum()) {
                out.writeInt(((Enum<?>) value).ordinal());
            } else if (raw == Optional.class) {
                Optional<?> optional = (Optional<?>) value;
                out.writeBoolean(optional.isPresent());
                if (optional.isPresent()) {
                    value(optional.get(), argument(type, 0));
                }
            } else if (raw == List.class || raw == Set.class) {
                Collection<?> elements = (Collection<?>) value;
                out.writeInt(elements.size());
                for (Object element : elements) {
                    value(element, argument(type, 0));
                }
            } else if (raw == Map.class) {
                out.writeInt(((Map<?, ?>) value).size());
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    value(entry.getKey(), argument(type, 0));
                    value(entry.getValue(), argument(type, 1));
                }
            } else if (raw.isSealed()) {
                List<Class<?>> family = List.of(raw.getPermittedSubclasses());
                out.writeInt(family.indexOf(value.getClass()));
                record(value, value.getClass());
            } else {
                record(value, raw);
            }
        }

        private void record(Object value, Class<?> type) throws IOException {
            if (!type.isRecord()) {
                throw new IllegalArgumentException("cannot be written: " + type);
            }
            Integer known = shared.contains(type) ? records.get(value) : null;
            if (shared.contains(type)) {
                out.writeInt(known == null ? NEW : known);
            }
            if (known != null) {
                return;
            }
            for (RecordComponent component : recordType(type).components()) {
                try {
                    value(component.getAccessor().invoke(value), component.getGenericType());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (shared.contains(type)) {
                records.put(value, records.size() + 1);
            }
        }

        private void string(String text) throws IOException {
            Integer number = strings.putIfAbsent(text, strings.size() + 1);
            if (number != null) {
                out.writeInt(number);
                return;
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(NEW);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private final class Reading {
        private final DataInputStream in;
        private final List<String> strings = new ArrayList<>();
        private final List<Object> records = new ArrayList<>();

        Reading(DataInputStream in) {
            this.in = in;
        }

        Object value(Type type) throws IOException, ReflectiveOperationException {
            Class<?> raw = raw(type);
            if (constants.containsKey(raw)) {
                return constants.get(raw);
            }
            if (raw == String.class) {
                return string();
            } else if (raw == Path.class) {
                return Path.of(string());
            } else if (raw == int.class || raw == Integer.class) {
                return in.readInt();
            } else if (raw == long.class || raw == Long.class) {
                return in.readLong();
            } else if (raw == boolean.class || raw == Boolean.class) {
                return in.readBoolean();
            } else if (raw.isEnum()) {
                return raw.getEnumConstants()[in.readInt()];
            } else if (raw == Optional.class) {
                return in.readBoolean() ? Optional.of(value(argument(type, 0))) : Optional.empty();
            } else if (raw == List.class) {
                return elements(argument(type, 0), new ArrayList<>());
            } else if (raw == Set.class) {
                return elements(argument(type, 0), new LinkedHashSet<>());
            } else if (raw == Map.class) {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int left = in.readInt(); left > 0; left--) {
                    Object key = value(argument(type, 0));
                    map.put(key, value(argument(type, 1)));
                }
                return map;
            } else if (raw.isSealed()) {
                return record(raw.getPermittedSubclasses()[in.readInt()]);
            }
            return record(raw);
        }

        private Collection<Object> elements(Type type, Collection<Object> elements)
                throws IOException, ReflectiveOperationException {
            for (int left = in.readInt(); left > 0; left--) {
                elements.add(value(type));
            }
            return elements;
        }

        private Object record(Class<?> type) throws IOException, ReflectiveOperationException {
            if (!type.isRecord()) {
                throw new IllegalArgumentException("cannot be read: " + type);
            }
            int number = shared.contains(type) ? in.readInt() : NEW;
            if (number != NEW) {
                return records.get(number - 1);
            }
            RecordType known = recordType(type);
            Object[] values = new Object[known.components().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(known.components()[i].getGenericType());
            }
            Object read = known.constructor().newInstance(values);
            if (shared.contains(type)) {
                records.add(read);
            }
            return read;
        }

        private String string() throws IOException {
            int number = in.readInt();
            if (number != NEW) {
                return strings.get(number - 1);
            }
            byte[] bytes = in.readNBytes(in.readInt());
            String text = new String(bytes, StandardCharsets.UTF_8);
            strings.add(text);
            return text;
        }
    }
}
