using System.Globalization;

namespace CecSim.Cli.Tests.Persistence;

/// <summary>A server that is killed under its clients, again and again, over one folder.</summary>
public sealed class KilledServerTests
{
    private const string Scenario =
        """
        name: demo
        space: { eventPollHold: 2s }
        calls:
          - script:
              - queued
              - wait: 20ms
              - connected
              - wait: 20ms
              - transferred
              - wait: 20ms
              - released: { causeId: 0, causeDesc: over }
        """;

    // What each call of that scenario brings, in this order.
    private static readonly string[] Story = ["168102", "168101", "168106", "168110"];

    /// <remarks>CECSIM_KILLS has it killed so often, under CECSIM_CALLERS clients.</remarks>
    [Fact]
    public async Task All_that_it_answered_is_known_after_it_and_events_come_in_their_order()
    {
        var kills = NumberOf("CECSIM_KILLS", usual: 2);
        var folder = Directory.CreateTempSubdirectory("cecsim-killed-").FullName;
        var scenario = Path.Combine(folder, "demo.yaml");
        await File.WriteAllTextAsync(scenario, Scenario, TestContext.Current.CancellationToken);
        string[] arguments =
            ["--scenario", scenario, "--sip-port", "0", "--persist", Path.Combine(folder, "kept")];
        var callersCount = NumberOf("CECSIM_CALLERS", usual: 20);
        var callers = Enumerable.Range(1, callersCount).Select(i => new Caller($"u{i}")).ToList();
        var random = new Random(kills);
        var answers = 0L;
        for (var kill = 0; kill < kills; kill++)
        {
            await using var server = await CecSimProcess.ServeAsync(arguments);
            var enough = new AnswerCount(random.Next(1, 40 * callers.Count));
            var lives = callers.Select(c => c.LiveAsync(server.Address, enough)).ToList();
            await Task.WhenAny(enough.IsReached, Task.WhenAll(lives))
                .WaitAsync(TestContext.Current.CancellationToken);
            await server.KillAsync();
            await Task.WhenAll(lives);
            answers += enough.Count;
        }

        await using var last = await CecSimProcess.ServeAsync(arguments);
        await Task.WhenAll(callers.Select(c => c.EndCallAsync(last.Address)));

        var calls = callers.SelectMany(c => c.Calls).ToList();
        var doubled = calls.Sum(c => c.Count - c.Distinct().Count());
        var lost = calls.Sum(c => Story.Except(c).Count()) + callers.Sum(c => c.LostCount);
        TestContext.Current.SendDiagnosticMessage(
            $"{kills} kills, {answers} answers, {calls.Count} calls, {doubled} events twice, {lost} lost");
        Assert.Equal("", string.Join("\n", callers.Select(c => c.Complaint).OfType<string>()));
        Assert.All(calls, c => Assert.Equal(Story.Intersect(c), c.Distinct()));

        // Of an answer that is on its way when the server is killed nobody can say whether it came.
        Assert.InRange(doubled + lost, 0, kills * callers.Count / 10);
        Directory.Delete(folder, recursive: true);
    }

    private static int NumberOf(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;
}
