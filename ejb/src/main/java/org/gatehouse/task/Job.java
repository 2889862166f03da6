package org.gatehouse.task;

/**
 * Work that is done now and then. Implementations are application-scoped beans; {@link TaskTimes} finds them, gives each a schedule that
 * administrators can change, and {@link TaskRunner} calls them in a thread of their own, outside of any transaction.
 */
public interface Job {

    /** The name on the wire and in the schedule, such as {@code clean-expired}. */
    String name();

    /** What it does, a sentence for administrators. */
    String description();

    /** When it runs unless an administrator says otherwise; see {@link CronExpression}. */
    String usualTimes();

    /** Does the work. What it throws ends the run as an error; a run that was interrupted is not continued. */
    void run(JobLog log);
}
