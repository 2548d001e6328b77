package fr.trame.app.dossier;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import fr.trame.app.BusinessException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Two texts side by side, line by line, with the words that differ. Long runs of equal lines are folded to what surrounds
 * a change.
 */
public final class Comparison {

    private static final int LINES = 10_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int ROWS = 1_500;
    private static final int AROUND = 2;

    /** Private characters: no extracted text holds them by the time it comes here. */
    private static final String MARK = "\uE000";

    private Comparison() {}

    /**
     * Compares.
     *
     * @param before pages of the text as it was
     * @param after pages of the text as it became
     * @throws BusinessException TOO_LARGE when there is more than a person could read, or a machine compare at once
     */
    public static Result of(List<String> before, List<String> after) {
        var left = lines(before);
        var right = lines(after);
        if (left.size() > LINES || right.size() > LINES) {
            throw tooLarge();
        }
        var patch = patch(left, right);
        var generator = DiffRowGenerator.create()
                .showInlineDiffs(true)
                .inlineDiffByWord(true)
                .lineNormalizer(Function.identity())
                .oldTag(opening -> MARK)
                .newTag(opening -> MARK)
                .build();
        var rows = generator.generateDiffRows(left, patch).stream()
                .map(Comparison::row)
                .toList();
        var folded = folded(rows);
        if (folded.size() > ROWS) {
            throw tooLarge();
        }
        return new Result(folded, patch.getDeltas().size());
    }

    /**
     * The usual algorithm remembers its way and needs memory by the square of the difference. This one does not, but tells
     * what went and what came in the same place apart, which belong side by side.
     */
    private static Patch<String> patch(List<String> left, List<String> right) {
        var gone = new BitSet();
        var come = new BitSet();
        for (var delta :
                DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            gone.set(
                    delta.getSource().getPosition(),
                    delta.getSource().getPosition() + delta.getSource().size());
            come.set(
                    delta.getTarget().getPosition(),
                    delta.getTarget().getPosition() + delta.getTarget().size());
        }
        var patch = new Patch<String>();
        var from = 0;
        var to = 0;
        while (from < left.size() || to < right.size()) {
            var source = new Chunk<>(from, left.subList(from, gone.nextClearBit(from)));
            var target = new Chunk<>(to, right.subList(to, come.nextClearBit(to)));
            if (source.size() > 0 && target.size() > 0) {
                patch.addDelta(new ChangeDelta<>(source, target));
            } else if (source.size() > 0) {
                patch.addDelta(new DeleteDelta<>(source, target));
            } else if (target.size() > 0) {
                patch.addDelta(new InsertDelta<>(source, target));
            }
            from = gone.nextClearBit(from) + 1;
            to = come.nextClearBit(to) + 1;
        }
        return patch;
    }

    private static BusinessException tooLarge() {
        return BusinessException.file(BusinessException.Kind.TOO_LARGE, "document.compare.too.large", LINES);
    }

    private static List<String> lines(List<String> pages) {
        return pages.stream()
                .flatMap(page -> page.replace(MARK, "").lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .flatMap(line -> cut(line).stream())
                .toList();
    }

    private static List<String> cut(String line) {
        var pieces = new ArrayList<String>();
        for (var at = 0; at < line.length(); at += LONGEST_LINE) {
            pieces.add(line.substring(at, Math.min(line.length(), at + LONGEST_LINE)));
        }
        return pieces;
    }

    private static Row row(DiffRow row) {
        var change =
                switch (row.getTag()) {
                    case EQUAL -> Change.SAME;
                    case CHANGE -> Change.CHANGED;
                    case INSERT -> Change.ADDED;
                    case DELETE -> Change.REMOVED;
                };
        return new Row(change, pieces(row.getOldLine()), pieces(row.getNewLine()), 0);
    }

    private static List<String> pieces(String line) {
        return List.of(line.split(MARK, -1));
    }

    private static List<Row> folded(List<Row> rows) {
        var folded = new ArrayList<Row>();
        for (var at = 0; at < rows.size(); at++) {
            var end = at;
            while (end < rows.size() && rows.get(end).change() == Change.SAME) {
                end++;
            }
            var first = at == 0 ? at : Math.min(end, at + AROUND);
            var last = end == rows.size() ? end : Math.max(first, end - AROUND);
            if (last - first > 1) {
                folded.addAll(rows.subList(at, first));
                folded.add(new Row(Change.FOLDED, List.of(), List.of(), last - first));
                folded.addAll(rows.subList(last, end));
            } else {
                folded.addAll(rows.subList(at, end));
            }
            if (end < rows.size()) {
                folded.add(rows.get(end));
            }
            at = end;
        }
        return List.copyOf(folded);
    }

    /** How a line differs. */
    public enum Change {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        /** Equal lines that are left out. */
        FOLDED
    }

    /**
     * A line of both texts. Each side is cut at marks: odd places (1, 3, …) differ.
     *
     * @param count of the lines that are left out, 0 for others
     */
    public record Row(Change change, List<String> before, List<String> after, int count) {}

    /**
     * What was found.
     *
     * @param changes how many places differ
     */
    public record Result(List<Row> rows, int changes) {}
}
