namespace CecSim.LoadTests.Profiles;

/// <summary>The contact centres that load is put on.</summary>
internal static class Scenarios
{
    /// <summary>The longest time that a poll may wait for an event.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(2);

    /// <summary>Nothing happens by itself but that a poll ends.</summary>
    public static string Waiting() => Waiting(LongestHold);

    /// <inheritdoc cref="Waiting()"/>
    /// <param name="pollHold">How long a poll waits for an event.</param>
    public static string Waiting(TimeSpan pollHold) =>
        $$"""
        name: load-waiting
        about: Nothing happens to a call for a day.
        space:
          eventPollHold: {{pollHold.TotalMilliseconds:0}}ms
        calls:
          - script: [wait: 24h, queued]
        """;

    public const string Connected =
        """
        name: load-connected
        about: Calls are connected at once.
        calls:
          - script: [connected]
        """;

    /// <summary>Calls that the queue gives up, each at a moment of its own.</summary>
    public const string EndingWithinAnHour =
        """
        name: load-ending
        about: Each call waits for up to an hour.
        calls:
          - script: [wait: { min: 1m, max: 59m }, queued, queueTimeout]
        """;

    /// <summary>More agents than anybody needs, who write at once.</summary>
    public static string Chatty(TimeSpan thinking) =>
        $$"""
        name: load-chatty
        about: Agents answer every line.
        space:
          chatThinking: {{thinking.TotalMilliseconds:0}}ms
          agents: { count: 500, answersAfter: 50ms }
        """;
}
