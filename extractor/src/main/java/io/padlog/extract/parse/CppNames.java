package io.padlog.extract.parse;

import java.util.HashSet;
import java.util.Set;

/** The classes, namespaces and static methods that a C++ source and its headers have declared so far. */
final class CppNames {
    private final Set<String> classes = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();
    private final Set<String> staticMethods = new HashSet<>();

    CppNames() {}

    /** Goes on from those of headers, which are done. */
    CppNames(CppNames headers) {
        classes.addAll(headers.classes);
        namespaces.addAll(headers.namespaces);
        staticMethods.addAll(headers.staticMethods);
    }

    void addClass(String name) {
        classes.add(name);
    }

    boolean isClass(String name) {
        return classes.contains(name);
    }

    void addNamespace(String name) {
        namespaces.add(name);
    }

    boolean isNamespace(String name) {
        return namespaces.contains(name);
    }

    /** @param name with that of its class */
    void addStaticMethod(String name) {
        staticMethods.add(name);
    }

    boolean isStaticMethod(String name) {
        return staticMethods.contains(name);
    }
}
