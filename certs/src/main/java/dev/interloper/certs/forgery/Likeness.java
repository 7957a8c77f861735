package dev.interloper.certs.forgery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ways to compare the values of a feature: 1 for equal ones, 0 for those that have nothing in common; symmetric. */
enum Likeness {
    /** All or nothing. */
    EXACT {
        @Override
        double differing(String one, String other) {
            return 0;
        }
    },

    /** The share of common items among all. */
    SET {
        @Override
        double differing(String one, String other) {
            return share(items(one), items(other));
        }
    },

    /** One third each for the same items, the same order, and the same marks on those that are common. */
    SEQUENCE {
        @Override
        double differing(String one, String other) {
            List<String> left = items(one);
            List<String> right = items(other);
            Set<String> marked = new HashSet<>(left);
            marked.retainAll(new HashSet<>(right));
            left.replaceAll(Likeness::bare);
            right.replaceAll(Likeness::bare);
            Set<String> common = new HashSet<>(left);
            common.retainAll(new HashSet<>(right));
            if (common.isEmpty()) {
                return 0;
            }
            double order = (double) commonSubsequence(left, right) / Math.max(left.size(), right.size());
            double marks = Math.min(1, (double) marked.size() / common.size());
            return (share(left, right) + order + marks) / 3;
        }
    },

    /** Random numbers of one size have one octet less now and then, and a sign where nobody takes care. */
    OCTETS {
        @Override
        double differing(String one, String other) {
            int left = number(unsigned(one));
            int right = number(unsigned(other));
            if (left < 0 || right < 0 || Math.abs(left - right) > 1) {
                return 0;
            }
            return one.startsWith(NEGATIVE) == other.startsWith(NEGATIVE) ? 0.75 : 0.5;
        }
    },

    /** The same number of days reckoned otherwise is half as good. */
    DAYS {
        @Override
        double differing(String one, String other) {
            return number(one) >= 0 && number(one) == number(other) ? 0.5 : 0;
        }
    };

    /** What the size of a negative serial number begins with. */
    static final String NEGATIVE = "neg";

    abstract double differing(String one, String other);

    double of(String one, String other) {
        return one.equals(other) ? 1 : differing(one, other);
    }

    private static List<String> items(String value) {
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int comma = value.indexOf(','); comma >= 0; comma = value.indexOf(',', from)) {
            items.add(value.substring(from, comma));
            from = comma + 1;
        }
        items.add(value.substring(from));
        return items.equals(List.of("-")) ? new ArrayList<>() : items;
    }

    /** The item without its mark: {@code ku!} or {@code cn.h}. */
    private static String bare(String item) {
        int length = item.length();
        if (item.endsWith("!")) {
            return item.substring(0, length - 1);
        }
        boolean marked = length > 2 && item.charAt(length - 2) == '.' && Character.isLetter(item.charAt(length - 1));
        return marked ? item.substring(0, length - 2) : item;
    }

    private static String unsigned(String serial) {
        return serial.startsWith(NEGATIVE) ? serial.substring(NEGATIVE.length()) : serial;
    }

    private static double share(List<String> one, List<String> other) {
        Set<String> common = new HashSet<>(one);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        common.retainAll(new HashSet<>(other));
        return (double) common.size() / all.size();
    }

    private static int commonSubsequence(List<String> one, List<String> other) {
        int[] row = new int[other.size() + 1];
        for (String item : one) {
            int diagonal = 0;
            for (int i = 1; i <= other.size(); i++) {
                int above = row[i];
                row[i] = item.equals(other.get(i - 1)) ? diagonal + 1 : Math.max(above, row[i - 1]);
                diagonal = above;
            }
        }
        return row[other.size()];
    }

    /** The leading decimal number, -1 when there is none. */
    private static int number(String value) {
        int end = 0;
        while (end < value.length() && end < 9 && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? -1 : Integer.parseInt(value, 0, end, 10);
    }
}
