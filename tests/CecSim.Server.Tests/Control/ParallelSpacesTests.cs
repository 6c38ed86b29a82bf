using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>Many tests on one server, each in a space of its own.</summary>
public sealed class ParallelSpacesTests
{
    private const int SpacesCount = 100;

    [Fact]
    public async Task A_hundred_spaces_at_once_see_nothing_of_each_other()
    {
        await using var cec = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, SpacesCount).Select(i => PlayAsync(cec, i)));

        Assert.Equal(["demo"], cec.Spaces.Hosted.Select(s => s.Name));
        Assert.Equal("2026-01-05T09:00:00.0000000+00:00", $"{cec.Space.Time.ReadNow():O}");
    }

    // All have the same scenario, seed and user: nothing but the space keeps them apart.
    private static async Task PlayAsync(TestCec cec, int number)
    {
        var control = new ControlApiClient(cec.Http);
        var made = await control.PostAsync("spaces", """{"inline":"name: same\nabout: The same for all.\n"}""");
        var space = $"spaces/{made["name"]}";
        var client = await SpaceTests.SignInAsync(cec, made);
        var seconds = number + 1;

        // Its own fault, at its own request.
        await control.PostAsync(
            $"{space}/faults",
            $$$"""{"at":"checkClickToCallSupport","when":{"nth":{{{seconds}}}},"inject":{"status":503}}""");
        for (var i = 1; i <= Math.Min(seconds, 10); i++)
        {
            Assert.Equal(i == seconds ? 503 : 200, (await client.CheckAsync()).Status);
        }

        // Its own event, told by a number that no other space tells.
        var poll = client.PollAsync();
        var held = await control.GetAsync($"{space}/polls?waiting=1");
        var id = (string)Assert.Single(held["polls"].AsArray())!["id"]!;
        await control.PostAsync($"{space}/polls/{id}/release", $$"""{"event":{{300_000 + number}}}""");
        Assert.Contains($"\"eventId\":{300_000 + number}", (await poll).Body, StringComparison.Ordinal);
        Assert.Empty((await control.GetAsync($"{space}/calls"))["calls"].AsArray());

        // Its own time.
        var clock = await control.PostAsync($"{space}/clock", $$"""{"advance":"{{seconds}}s"}""");
        Assert.Equal(
            new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).AddSeconds(seconds),
            (DateTimeOffset)clock["now"]);
        Assert.Equal(204, (await control.DeleteAsync(space)).Status);
    }
}
