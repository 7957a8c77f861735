package dev.interloper.lab;

public final class Lab {
    public static void main(String[] args) {}
}
