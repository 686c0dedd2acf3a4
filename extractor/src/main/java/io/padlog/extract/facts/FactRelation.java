package io.padlog.extract.facts;

import java.util.List;
import java.util.Locale;

/** The relations that the extractor writes, in the order of {@code schema.dl}, which says what they mean. */
public enum FactRelation {
    SCHEMA_VERSION("number"),
    UNIT("Unit", "symbol", "symbol"),
    FILE("Unit", "symbol", "symbol", "number"),
    INCLUDE("symbol", "number", "symbol", "symbol"),
    CONFIGURATION("Unit", "symbol", "symbol"),
    CONDITION("Unit", "symbol", "number", "symbol", "symbol", "number", "symbol"),
    DIRECTIVE("Unit", "symbol", "number", "symbol"),
    RECORD("Unit", "symbol", "symbol", "symbol", "number"),
    FIELD("Unit", "symbol", "number", "symbol", "symbol"),
    FIELD_ANNOTATION("Unit", "symbol", "symbol", "symbol", "symbol"),
    TYPEDEF("Unit", "symbol", "symbol"),
    ENUMERATOR("Unit", "symbol", "symbol", "symbol"),
    GLOBAL("Unit", "symbol", "symbol", "symbol", "symbol", "number"),
    INITIALIZER("Unit", "symbol", "symbol", "symbol", "symbol"),
    FUNCTION("Function", "Unit", "symbol", "symbol", "symbol"),
    FUNCTION_READ("Function", "symbol"),
    PARAMETER("Function", "number", "symbol", "symbol"),
    LOCAL("Function", "symbol", "symbol"),
    CONSTANT("Function", "symbol", "symbol", "number"),
    MACRO_USE("Function", "symbol", "number"),
    CAST("Function", "symbol", "number"),
    DECLARED_AS("Function", "symbol"),
    ANNOTATION("Function", "number", "symbol", "symbol"),
    STORED_IN_FIELD("Function", "symbol", "symbol", "symbol", "number"),
    PASSED_TO_CALL("Function", "Node", "number"),
    NODE("Node", "Function", "symbol"),
    LOCATED("Node", "symbol", "number", "number"),
    TEXT("Node", "symbol"),
    EDGE("Node", "Node", "symbol"),
    ENTRY("Function", "Node"),
    RETURNS("Function", "Node"),
    CALL("Node", "Function", "symbol"),
    CALL_TARGET("Node", "Function"),
    CALL_MACRO("Node", "symbol"),
    ARGUMENT("Node", "number", "AccessPath", "symbol"),
    ARGUMENT_CONSTANT("Node", "number", "number"),
    ASSIGN("Node", "AccessPath", "AccessPath"),
    ACCESS_PATH("AccessPath", "symbol"),
    FIELD_OF("AccessPath", "AccessPath", "symbol"),
    DIAGNOSTIC("symbol", "number", "number", "symbol", "symbol", "symbol"),
    STEP("Node", "Node", "number", "number", "number", "number"),
    CALL_STEP("Node", "number", "Node", "number", "number", "number", "number"),
    LEAVES("Node", "Function", "number", "number", "number"),
    VISIBLE_AT_EXIT("Node", "number"),
    RENAMED("Node", "Function", "AccessPath", "AccessPath"),
    ENTERS("Node", "Function", "number"),
    SPELLED("Node", "AccessPath", "symbol"),
    UNCERTAIN_PATH("AccessPath", "Function", "symbol"),
    UNFOLLOWED("Function", "symbol");

    /** The version of the schema; another one's facts are refused. */
    public static final int VERSION = 1;

    private final List<String> types;

    FactRelation(String... types) {
        this.types = List.of(types);
    }

    /** The name in the schema. */
    public String relation() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns' types as the schema names them. */
    public List<String> types() {
        return types;
    }
}
