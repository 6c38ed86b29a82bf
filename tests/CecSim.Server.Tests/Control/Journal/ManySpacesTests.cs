using CecSim.Simulation.Journal;

namespace CecSim.Server.Tests.Control.Journal;

/// <summary>Many spaces at once, each with a journal of its own that stays within its bounds.</summary>
public sealed class ManySpacesTests
{
    private const int SpacesCount = 100;
    private const int CallsPerSpace = 20;
    private const int RequestsPerSpace = 2 + (4 * CallsPerSpace);
    private const int SmallEntriesMax = 50;

    [Fact]
    public async Task A_hundred_spaces_with_two_thousand_calls_each_find_their_own_and_only_that()
    {
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs { Spaces = [.. Enumerable.Range(0, SpacesCount).Select(SettingsOf)] });

        await Task.WhenAll(cec.Spaces.All.Select(s => CallAsync(cec, s)));

        var control = new ControlApiClient(cec.Http);
        foreach (var name in cec.Spaces.All.Select(s => s.Settings.Name))
        {
            var journal = await control.GetAsync($"spaces/{name}/journal");
            Assert.Equal(RequestsPerSpace, (int)journal["count"]! + (int)journal["dropped"]!);
            Assert.All(
                journal["entries"].AsArray().Skip(1), e => Assert.Equal($"customer-of-{name}", (string?)e!["user"]));
            Assert.Empty((await control.GetAsync($"spaces/{name}/findings"))["findings"].AsArray());
            await JudgeAsync(control, name, (int)journal["dropped"]!);
        }

        Assert.Empty((await control.GetAsync("journal"))["entries"].AsArray());
    }

    // Of the small journals nobody can say how many calls there were, only that there were some.
    private static async Task JudgeAsync(ControlApiClient control, string name, int dropped)
    {
        var path = $"spaces/{name}/journal/verify";
        var exactly = await control.PostAsync(
            path, $$"""{"operation":"createClickToCall","times":{{CallsPerSpace}}}""");
        var some = await control.PostAsync(path, """{"operation":"createClickToCall","atLeast":12}""");

        Assert.Equal(dropped == 0 ? "holds" : "cannotBeKnown", (string?)exactly["outcome"]);
        Assert.Equal(dropped == 0, (bool)exactly["holds"]!);
        Assert.True((bool)some["holds"]!);
        Assert.Equal(int.IsEvenInteger(int.Parse(name[6..])) ? 0 : RequestsPerSpace - SmallEntriesMax, dropped);
    }

    private static async Task CallAsync(TestCec cec, Space space)
    {
        var client = await cec.SignInAsync($"customer-of-{space.Settings.Name}", space);
        for (var i = 0; i < CallsPerSpace; i++)
        {
            await client.CreateAsync();
            Assert.Contains("168101", (await client.PollAsync()).Body, StringComparison.Ordinal);
            await client.DropAsync();
            Assert.Contains("168110", (await client.PollAsync()).Body, StringComparison.Ordinal);
        }
    }

    private static SpaceSettings SettingsOf(int number) => new()
    {
        Name = $"space-{number}",
        AppKey = $"key-{number}",
        AppSecret = $"secret-{number}",
        Calls = [new CallRule { Script = new Script([new ScriptStep.Connected()]) }],
        Journal = new JournalSettings { EntriesMax = int.IsEvenInteger(number) ? 1_000 : SmallEntriesMax },
    };
}
