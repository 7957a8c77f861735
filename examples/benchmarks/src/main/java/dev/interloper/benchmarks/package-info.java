/**
 * How fast the library reads. After {@code mvn package}:
 *
 * <pre>{@code java -jar examples/benchmarks/target/benchmarks.jar                      # all, wall time
 * java -jar examples/benchmarks/target/benchmarks.jar Capture -prof gc         # and bytes allocated per operation
 * java -jar examples/benchmarks/target/benchmarks.jar Capture -prof dev.interloper.benchmarks.CpuTimeProfiler
 * }</pre>
 *
 * On a machine that others use, compare CPU time: it counts this process alone. {@link FloorBenchmark} is what any program has to do
 * with the same bytes before it can look at TLS.
 */
@NullMarked
package dev.interloper.benchmarks;

import org.jspecify.annotations.NullMarked;
