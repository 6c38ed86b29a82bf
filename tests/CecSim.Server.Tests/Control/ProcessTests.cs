namespace CecSim.Server.Tests.Control;

public sealed class ProcessTests
{
    [Fact]
    public async Task The_server_tells_what_it_costs_and_what_it_holds()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        var told = await new ControlApiClient(cec.Http).GetAsync("process?collect=true");

        Assert.Equal(1, (int)told["heldPolls"]);
        Assert.InRange((long)told["managedBytes"], 100_000, (long)told["residentBytes"]);
        Assert.True((int)told["threads"] > 0);
        Assert.True((long)told["cpuMilliseconds"] > 0);
        await cec.AdvanceAsync(10);
        await poll;
    }
}
