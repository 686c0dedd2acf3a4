package io.padlog.extract.lower;

import io.padlog.extract.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the labels of a statement, with the bodies of {@code __try} and the loops that they lie in and the declarations before
 * them. It does not look into {@code __finally} blocks, whose labels belong to each copy, nor into expressions. Each answer is whether there is
 * one.
 */
final class LabelScan implements Statement.Cases<Boolean> {
    private final Map<String, Label> labels;
    private final Deque<Statement> around = new ArrayDeque<>();

    LabelScan(Map<String, Label> labels) {
        this.labels = labels;
    }

    private boolean scan(Optional<Statement> statement) {
        return statement.isPresent() && statement.get().fold(this);
    }

    @Override
    public Boolean onBlock(Statement.Block block) {
        int outer = around.size();
        boolean any = false;
        for (Statement statement : block.statements()) {
            any |= statement.fold(this);
            if (StatementLowering.isDeclaration(statement)) {
                around.push(statement);
            }
        }
        while (around.size() > outer) {
            around.pop();
        }
        return any;
    }

    @Override
    public Boolean onDeclarations(Statement.Declarations declarations) {
        return false;
    }

    @Override
    public Boolean onEvaluate(Statement.Evaluate evaluate) {
        return false;
    }

    @Override
    public Boolean onIf(Statement.If statement) {
        boolean any = false;
        for (Statement.Arm arm : statement.arms()) {
            any |= arm.then().fold(this);
        }
        return any | scan(statement.otherwise());
    }

    @Override
    public Boolean onWhile(Statement.While loop) {
        return loop.body().fold(this);
    }

    @Override
    public Boolean onDoWhile(Statement.DoWhile loop) {
        return loop.body().fold(this);
    }

    @Override
    public Boolean onFor(Statement.For loop) {
        around.push(loop);
        boolean any = loop.body().fold(this);
        around.pop();
        return any;
    }

    @Override
    public Boolean onMacroLoop(Statement.MacroLoop loop) {
        return loop.body().fold(this);
    }

    @Override
    public Boolean onSwitch(Statement.Switch statement) {
        return statement.body().fold(this);
    }

    @Override
    public Boolean onLabeled(Statement.Labeled labeled) {
        boolean any = false;
        for (Statement.Label label : labeled.labels()) {
            if (label instanceof Statement.Label.Named named) {
                labels.put(named.name(), new Label(named.name(), List.copyOf(around)));
                any = true;
            }
        }
        return any | labeled.body().fold(this);
    }

    @Override
    public Boolean onGoto(Statement.Goto jump) {
        return false;
    }

    @Override
    public Boolean onComputedGoto(Statement.ComputedGoto jump) {
        return false;
    }

    @Override
    public Boolean onBreak(Statement.Break jump) {
        return false;
    }

    @Override
    public Boolean onContinue(Statement.Continue jump) {
        return false;
    }

    @Override
    public Boolean onReturn(Statement.Return jump) {
        return false;
    }

    @Override
    public Boolean onTry(Statement.Try statement) {
        around.push(statement);
        boolean any = statement.body().fold(this);
        around.pop();
        return statement.handler() instanceof Statement.Handler.Except except ? any | except.block().fold(this) : any;
    }

    @Override
    public Boolean onLeave(Statement.Leave jump) {
        return false;
    }

    @Override
    public Boolean onAssembly(Statement.Assembly assembly) {
        return false;
    }

    @Override
    public Boolean onEmpty(Statement.Empty empty) {
        return false;
    }

    @Override
    public Boolean onOpaque(Statement.Opaque opaque) {
        return false;
    }
}
