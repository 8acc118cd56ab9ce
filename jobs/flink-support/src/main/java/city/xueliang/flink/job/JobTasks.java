package city.xueliang.flink.job;

import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;

/** How far the tasks of a job are. */
public final class JobTasks {
  private JobTasks() {}

  /**
   * Whether each task runs, or has run to its end: only then a checkpoint can be taken. A job that
   * is being initialised has no tasks yet.
   */
  public static boolean areRunning(AccessExecutionGraph job) {
    if (job.getState() != JobStatus.RUNNING) {
      return false;
    }
    for (AccessExecutionVertex task : job.getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING
          && task.getExecutionState() != ExecutionState.FINISHED) {
        return false;
      }
    }
    return true;
  }
}
