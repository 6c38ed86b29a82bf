using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class LatencyTests
{
    [Fact]
    public async Task An_event_is_as_late_as_its_answer_in_space_time()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await cec.AdvanceAsync(5);

        Assert.Contains("\"eventId\":", (await client.PollAsync()).Body);

        var events = (await control.GetAsync("latency"))["events"];
        Assert.Equal(1, (int)events["count"]!);
        Assert.Equal(5_000_000, (long)events["sumMicroseconds"]!);
        var bucket = Assert.Single(events["buckets"]!.AsArray())!;
        Assert.Equal(1, (int)bucket["count"]!);
        Assert.InRange((long)bucket["upToMicroseconds"]!, 5_000_000, 5_000_000 * 65 / 64);
    }

    [Fact]
    public async Task A_poll_that_brings_nothing_is_not_late()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(10);
        await poll;

        var told = await new ControlApiClient(cec.Http).GetAsync("latency");

        told.MustBeJson("""{"events":{"count":0,"sumMicroseconds":0,"buckets":[]}}""");
    }
}
