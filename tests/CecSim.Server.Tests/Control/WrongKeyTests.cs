using CecSim.Server.Control.Access;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>Whoever guesses control keys waits; whoever has the right one never does.</summary>
public sealed class WrongKeyTests
{
    private const string Key = "the-right-key-0123456789";

    [Fact]
    public async Task After_a_few_slips_the_answer_waits_and_no_other_address_with_it()
    {
        var keys = new WrongKeys(TimeProvider.System);
        var guesser = IPAddress.Parse("192.0.2.1");
        using var enough = new CancellationTokenSource();

        for (var slip = 0; slip < 3; slip++)
        {
            Assert.True(keys.WaitAsync(guesser, enough.Token).IsCompletedSuccessfully);
        }

        var slowed = keys.WaitAsync(guesser, enough.Token);
        Assert.False(slowed.IsCompleted);
        Assert.True(keys.WaitAsync(IPAddress.Parse("192.0.2.2"), enough.Token).IsCompletedSuccessfully);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slowed);
    }

    [Fact]
    public async Task So_many_of_one_network_wait_and_no_more()
    {
        var keys = new WrongKeys(TimeProvider.System);
        using var enough = new CancellationTokenSource();
        var waits = Enumerable.Range(1, 40)
            .Select(i => keys.WaitAsync(IPAddress.Parse($"2001:db8::{i:x}"), enough.Token))
            .ToList();

        var turnedAway = waits.Where(w => w.IsCompletedSuccessfully && !w.Result).ToList();

        Assert.Equal(40 - 3 - 10, turnedAway.Count);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waits));
    }

    [Fact]
    public async Task The_right_key_is_answered_while_wrong_ones_wait()
    {
        await using var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://0.0.0.0:0"],
            LogLevel = LogLevel.None,
            ControlKey = Key,
        });
        await app.StartAsync(TestEnds);
        using var http = ClientOf(new Uri($"http://127.0.0.1:{new Uri(app.Urls.Single()).Port}"));
        var door = new ControlApiClient(http);
        var wrong = Enumerable.Range(0, 40)
            .Select(i => door.AskAsync(HttpMethod.Get, "spaces", null, ("Authorization", $"Bearer wrong-{i}")))
            .ToList();

        foreach (var scheme in (string[])["Bearer", "bearer", "BEARER"])
        {
            var right = await door.AskAsync(HttpMethod.Get, "spaces", null, ("Authorization", $"{scheme} {Key}"));
            Assert.Equal(200, right.Status);
        }

        var answers = await Task.WhenAll(wrong);
        Assert.Contains(answers, a => a.Status == 401);
        Assert.Contains(answers, a => a.Status == 429);
        Assert.All(answers, a => Assert.True(a.Status is 401 or 429));
    }
}
