/** A simulated city before the job's own pipeline, without a broker. */
package city.xueliang.benchmark.pipeline;
