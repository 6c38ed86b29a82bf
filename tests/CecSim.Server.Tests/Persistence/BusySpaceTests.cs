using CecSim.Server.Snapshots;
using CecSim.Server.Tests.Control;

namespace CecSim.Server.Tests.Persistence;

/// <summary>Clients that come at once, in a space whose time runs.</summary>
public sealed class BusySpaceTests
{
    private const int ClientsCount = 12;

    [Fact]
    public async Task Whatever_order_they_came_in_is_the_order_in_which_it_is_done_again()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync();
        await new ControlApiClient(cec.Http).PostAsync(
            "spaces", """{"name":"busy","clock":{"mode":"running","rate":20}}""");
        var space = cec.Spaces.Find("busy")!.Space;

        await Task.WhenAll(Enumerable.Range(0, ClientsCount).Select(i => LiveAsync(cec, space, $"u{i}")));
        space.Time.Freeze();
        space.Commands.AddClock();
        await space.Commands.Store!.WhenKeptAsync();
        using var left = folder.Kill();
        await using var again = await left.StartAsync();

        var (now, state) = SnapshotState.Read(space);
        var made = SnapshotState.Read(again.Spaces.Find("busy")!.Space);
        Assert.Equal(now, made.Now);
        Assert.Null(SnapshotComparison.Exact.DifferenceOf(state, made.State));
    }

    private static async Task LiveAsync(TestCec cec, Space space, string userId)
    {
        var client = await cec.SignInAsync(userId, space);
        for (var i = 0; i < 3; i++)
        {
            await client.CheckAsync();
            await client.CreateAsync();
            await client.PollAsync();
            await client.PollAsync();
            await client.DropAsync();
            await client.PollAsync();
        }
    }
}
