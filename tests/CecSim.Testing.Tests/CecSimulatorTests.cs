using System.Diagnostics;
using CecSim.ControlClient;

namespace CecSim.Testing.Tests;

public sealed class CecSimulatorTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_simulator_serves_its_space_as_soon_as_it_is_there()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);

        using var customer = await Customer.SignInAsync(cec.Space);

        Assert.Equal("0", (string?)(await customer.CreateAsync())["resultCode"]);
        Assert.Equal(168101, (int?)(await customer.PollAsync())["eventId"]);
    }

    [Fact]
    public async Task Time_stands_still_until_it_is_advanced()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var customer = await Customer.SignInAsync(cec.Space);
        var poll = customer.PollAsync();
        var held = Assert.Single(await cec.Space.WhenWaitingAsync(1, TestEnds));
        Assert.Equal(held.Since.AddSeconds(10), held.Due);

        await cec.Space.AdvanceAsync(TimeSpan.FromSeconds(10), TestEnds);

        Assert.Equal("ClickToCall polled without any events", (string?)(await poll)["resultDesc"]);
    }

    [Fact]
    public async Task A_client_that_never_polls_fails_the_test_with_what_it_did()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var customer = await Customer.SignInAsync(cec.Space);

        var failed = await Assert.ThrowsAsync<CecAssertionException>(
            () => cec.Space.WhenWaitingAsync(1, TimeSpan.FromMilliseconds(20), TestEnds));

        Assert.Contains("After 0.02 s 0 requests wait, not 1.", failed.Message, StringComparison.Ordinal);
        Assert.Contains("applyToken 200", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_is_a_text_or_a_file()
    {
        const string Story = "name: story\nabout: The call fails.\ncalls: [{ match: {}, script: [failed] }]\n";
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Story, TestEnds);
        await using var cec = await CecSimulator.StartAsync(new CecSimulatorOptions { Scenario = Story }, TestEnds);
        await using var second = await cec.NewSpaceAsync(file, TestEnds);
        File.Delete(file);

        foreach (var space in (CecSpace[])[cec.Space, second])
        {
            using var customer = await Customer.SignInAsync(space);
            await customer.CreateAsync();
            Assert.Equal(168105, (int?)(await customer.PollAsync())["eventId"]);
        }

        Assert.NotEqual(cec.Space.AppKey, second.AppKey);
    }

    [Fact]
    public async Task A_scenario_that_is_wrong_or_missing_stops_the_start_and_says_why()
    {
        var wrong = await Assert.ThrowsAsync<ControlProblemException>(
            () => CecSimulator.StartAsync(new CecSimulatorOptions { Scenario = "name: x\nabot: y\n" }, TestEnds));
        Assert.Contains("inline:2:1: unknown key 'abot'", wrong.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<FileNotFoundException>(
            () => CecSimulator.StartAsync(new CecSimulatorOptions { Scenario = "nowhere.yaml" }, TestEnds));
    }

    [Fact]
    public async Task The_shared_simulator_is_one_and_outlives_whoever_disposes_of_it()
    {
        var cec = await CecSimulator.Shared;
        await cec.DisposeAsync();

        Assert.Same(cec, await CecSimulator.Shared);
        await using var space = await cec.NewSpaceAsync(cancellationToken: TestEnds);
        using var customer = await Customer.SignInAsync(space);
        Assert.Equal("0", (string?)(await customer.CreateAsync())["resultCode"]);
    }

    [Fact]
    public async Task A_space_that_is_disposed_of_is_gone_and_leaves_the_next_of_its_name_alone_the_second_time()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var space = await cec.NewSpaceAsync(cancellationToken: TestEnds);

        await space.DisposeAsync();
        Assert.DoesNotContain(await cec.Control.ListSpacesAsync(TestEnds), s => s.Name == space.Details.Name);
        await using var next = await cec.NewSpaceAsync(cancellationToken: TestEnds);
        Assert.Equal(space.Details.Name, next.Details.Name);
        await space.DisposeAsync();

        Assert.Contains(await cec.Control.ListSpacesAsync(TestEnds), s => s.Name == next.Details.Name);
    }

    [Fact]
    public async Task A_held_poll_gets_its_empty_answer_when_the_simulator_ends()
    {
        var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var customer = await Customer.SignInAsync(cec.Space);
        var poll = customer.PollAsync();
        await cec.Space.WhenWaitingAsync(1, TestEnds);

        await cec.DisposeAsync();

        Assert.Equal("ClickToCall polled without any events", (string?)(await poll)["resultDesc"]);
    }

    // The median, since tests of other projects run on the same machine.
    [Fact]
    public async Task All_but_the_first_start_in_a_third_of_a_second()
    {
        await (await CecSimulator.StartAsync(cancellationToken: TestEnds)).DisposeAsync();
        var took = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
            took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        var median = took.Order().ElementAt(4);
        TestContext.Current.TestOutputHelper?.WriteLine($"start: median {median:0.0} ms, worst {took.Max():0.0} ms");
        Assert.True(median < 300, $"{median} ms");
    }
}
