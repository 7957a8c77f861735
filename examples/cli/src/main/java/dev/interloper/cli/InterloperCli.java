package dev.interloper.cli;

public final class InterloperCli {
    public static void main(String[] args) {}
}
