/*
 * C as drivers write it: C17, much of C23, GNU and MSVC extensions, structured exception handling; and of C++ what is
 * left when CppFolding has folded names, templates and casts, and Splitter has taken members out of their classes.
 *
 * What reaches this grammar is not raw tokens. UnitTokens takes out what may stand anywhere (annotations, qualifiers,
 * calling conventions) and folds into one token what the facts do not look into (sizeof(T), _Generic, asm).
 * NameClassifier then decides by lookahead and by what is declared so far whether a name is a type, whether a
 * parenthesis opens a cast, what is a label and what is a macro. So every decision here but the dangling else needs one
 * token, and prediction hardly ever runs.
 *
 * Lists that C's own grammar nests (operators, prefixes, postfixes, else-if, labels) are flat; the builders apply
 * precedence. Nesting is bounded before parsing, so recursion is too.
 */
grammar C;

options { superClass = RecoveringParser; }

@parser::rulecatch { catch (RecognitionException e) { throw e; } }

// What NameClassifier and UnitTokens make of words and parentheses.
tokens {
    TYPE_NAME,      // a name, or a macro with its arguments, that stands for a type or specifier
    BASIC_TYPE,     // void, int, __int64, typeof(x)...
    STORAGE,        // typedef, static, extern, inline...
    LABEL,          // a name before a colon
    MACRO_CALL,     // an unknown macro with arguments as a statement without semicolon
    MACRO_WORD,     // the same without arguments
    MACRO_LOOP,     // an unknown macro with arguments before a block
    CAST,           // ( before a type name
    LITERAL,        // ( before a type name and a braced initializer
    NESTED,         // ( around a declarator
    SIZEOF_TYPE,    // sizeof(...), offsetof(...)
    OPAQUE_VALUE,   // _Generic(...), va_arg(...)
    OPAQUE_STATEMENT,
    STATIC_ASSERT,
    ASM,            // one whole assembly statement
    NUMBER, STRING,
    PREFIX,         // ! ~
    INFIX,          // binary and assignment operators that are nothing else
    // C++
    CONSTRUCT,      // ( before the arguments of a local variable's constructor
    MEMBERS,        // : before the member initializers of a constructor
    LIST,           // { before a list where an operand is expected, or behind a variable
    NEW_OBJECT,     // new with the type
    LAMBDA,         // [ of a lambda expression, with what it captures
    DELETE, THROW, CPP_TRY, CPP_CATCH,
    RANGE_FOR,      // the for of a loop over a range
    BARE_WHILE,     // the while of a do loop that no semicolon ends
    UNKNOWN
}

// Entry points: one external declaration, cut out by Splitter.

externalFunction : specifiers? functionDeclarator memberInitializers? declaration* block EOF ;

memberInitializers : MEMBERS memberInitializer ( ',' memberInitializer )* ;

memberInitializer : IDENTIFIER arguments ;

functionDeclarator : ( '*' | '&' | '&&' )* ( IDENTIFIER | NESTED declarator ')' ) parameters+ ;

// Without any specifier it is an int of old.
externalDeclaration : ( declaration | initDeclarator ( ',' initDeclarator )* ';' ) EOF ;

// Declarations

declaration : specifiers initDeclarator ( ',' initDeclarator )* ';' | STATIC_ASSERT ;

specifiers : ( STORAGE | BASIC_TYPE | TYPE_NAME | recordSpecifier | enumSpecifier )+ ;

recordSpecifier : ( 'struct' | 'union' ) ( IDENTIFIER fields? | fields ) ;

fields : '{' ( declaration | ';' )* '}' ;

enumSpecifier : 'enum' ( IDENTIFIER enumerators? | enumerators ) ;

enumerators : '{' enumerator? ( ',' enumerator? )* '}' ;

enumerator : IDENTIFIER ( '=' assignment )? ;

initDeclarator : declarator ( ':' assignment | construction | list | ASM? ( '=' initializer )? ) ;

construction : CONSTRUCT argument? ( ',' argument? )* ')' ;

// Named or abstract.
declarator : ( '*' | '&' | '&&' )* ( IDENTIFIER | NESTED declarator ')' )? ( '[' STORAGE? expression? ']' | parameters )* ;

parameters : '(' ( parameter ( ',' parameter )* )? ')' ;

parameter : '...' | specifiers declarator ( '=' initializer )? ;

typeName : specifiers declarator ;

initializer : braced | assignment ;

braced : '{' item? ( ',' item? )* '}' ;

item : designator+ '='? initializer | LABEL ':' initializer | initializer ;

designator : '.' IDENTIFIER | '[' assignment ( '...' assignment )? ']' ;

// Statements

block : '{' blockItem* '}' ;

blockItem : label | declaration | simple | stray ;
    catch [RecognitionException e] { recoverStatement(_localctx, e); }

// What begins no statement: refused here, so that the block around it goes on.
stray
    : { refuse(); }
      ( ')' | ']' | '[' | ',' | ':' | '?' | '=' | '.' | '->' | '...' | INFIX | NESTED | UNKNOWN
      | '__except' | '__finally' | BARE_WHILE )
    ;

statement : label* simple ;

label : LABEL ':' | 'case' assignment ( '...' assignment )? ':' | 'default' ':' ;

simple
    : block
    | evaluation
    | ';'
    | ifStatement
    | whileStatement
    | doStatement
    | forStatement
    | rangeFor
    | switchStatement
    | 'goto' ( IDENTIFIER | '*' assignment ) ';'
    | 'break' ';'
    | 'continue' ';'
    | 'return' ( expression | braced )? ';'
    | tryStatement
    | tryBlock
    | THROW expression? ';'
    | '__leave' ';'
    | ASM
    | MACRO_CALL arguments
    | MACRO_WORD
    | MACRO_LOOP arguments statement
    | OPAQUE_STATEMENT
    ;

evaluation : expression ';' ;

ifStatement : 'if' '(' head ')' statement ( ELSE_IF '(' head ')' statement )* ( 'else' statement )? ;

// What cannot be read between the parentheses costs the condition, not the statement.
head : ( declaredCondition | expression ) { expectHeadEnd(); } ;
    catch [RecognitionException e] { recoverHead(_localctx, e); }

declaredCondition : specifiers declarator ( '=' initializer | construction | list ) ;

whileStatement : 'while' '(' head ')' statement ;

doStatement : 'do' statement ( 'while' '(' head ')' ';' | BARE_WHILE '(' head ')' ) ;

forStatement
    : 'for' '(' ( declaration | evaluation | ';' ) condition=expression? ';' step=expression? ')' statement ;

rangeFor : RANGE_FOR '(' specifiers declarator ':' expression ')' statement ;

switchStatement : 'switch' '(' head ')' statement ;

tryStatement : '__try' block ( '__except' '(' expression ')' block | '__finally' block ) ;

tryBlock : CPP_TRY block ( CPP_CATCH '(' parameter ')' block )* ;

// Expressions: the builder finds the operators between the operands.

expression : assignment ( ',' assignment )* ;

assignment : operand ( ( '*' | '&' | '+' | '-' | '&&' | '=' | INFIX ) operand | '?' expression? ':' operand )* ;

operand
    : ( '*' | '&' | '+' | '-' | PREFIX | '++' | '--' | 'sizeof' | DELETE | cast )*
      ( IDENTIFIER | NUMBER | STRING | SIZEOF_TYPE | OPAQUE_VALUE | '&&' IDENTIFIER
      | '(' ( expression | block ) ')' | compoundLiteral | NEW_OBJECT | list | lambda )
      ( '[' expression ']' | arguments | ( '.' | '->' ) IDENTIFIER | '++' | '--' | STRING )*
    ;

cast : CAST typeName ')' ;

compoundLiteral : LITERAL typeName ')' braced ;

lambda : LAMBDA parameters? block ;

list : LIST item? ( ',' item? )* '}' ;

arguments : '(' argument? ( ',' argument? )* ')' ;

argument : assignment | typeName | block ;

// Spellings. Lexicon reads them from the vocabulary; the lexer that ANTLR makes of them is not used.

STRUCT : 'struct' ;
UNION : 'union' ;
ENUM : 'enum' ;
IF : 'if' ;
ELSE : 'else' ;
WHILE : 'while' ;
DO : 'do' ;
FOR : 'for' ;
SWITCH : 'switch' ;
CASE : 'case' ;
DEFAULT : 'default' ;
GOTO : 'goto' ;
BREAK : 'break' ;
CONTINUE : 'continue' ;
RETURN : 'return' ;
TRY : '__try' ;
EXCEPT : '__except' ;
FINALLY : '__finally' ;
LEAVE : '__leave' ;
SIZEOF : 'sizeof' ;
LEFT_PAREN : '(' ;
RIGHT_PAREN : ')' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;
SEMICOLON : ';' ;
COMMA : ',' ;
COLON : ':' ;
QUESTION : '?' ;
DOT : '.' ;
ARROW : '->' ;
ELLIPSIS : '...' ;
STAR : '*' ;
AMPERSAND : '&' ;
AND_AND : '&&' ;
PLUS : '+' ;
MINUS : '-' ;
INCREMENT : '++' ;
DECREMENT : '--' ;
ASSIGN : '=' ;
ELSE_IF : 'else if' ;
IDENTIFIER : [a-zA-Z_]+ ;
