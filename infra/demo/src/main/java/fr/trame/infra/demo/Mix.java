package fr.trame.infra.demo;

import java.util.ArrayList;
import java.util.List;

/** Orders of work in which several hands are seen, rather than one list done after the other. */
final class Mix {

    private Mix() {}

    /** @return the first of each list, then the second of each, and so on */
    static <T> List<T> inTurn(List<List<T>> lists) {
        var longest = lists.stream().mapToInt(List::size).max().orElse(0);
        var all = new ArrayList<T>();
        for (int i = 0; i < longest; i++) {
            for (var list : lists) {
                if (i < list.size()) {
                    all.add(list.get(i));
                }
            }
        }
        return all;
    }

    /** @return both lists in their order, the second spread evenly between the first */
    static <T> List<T> mixed(List<T> first, List<T> second) {
        var all = new ArrayList<T>();
        int taken = 0;
        for (int i = 0; i < first.size(); i++) {
            all.add(first.get(i));
            var due = (i + 1) * second.size() / first.size();
            all.addAll(second.subList(taken, due));
            taken = due;
        }
        all.addAll(second.subList(taken, second.size()));
        return all;
    }
}
