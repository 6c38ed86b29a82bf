using CecSim.Simulation.Commands;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Commands;

public sealed class CommandLogTests : IDisposable
{
    private readonly Space _space = Create();

    private CommandLog Log => _space.Commands;

    public void Dispose() => _space.Dispose();

    [Fact]
    public async Task What_comes_is_kept_in_its_order_with_its_time()
    {
        var first = Log.Add(Request("/a"));
        await _space.AdvanceAsync(3);
        Log.AddHangUp(first!);
        Log.AddInvite("179080");
        Log.AddJoin("179080", "AnonymousCard");
        Log.AddSignal("179080", new CallSignal.Dtmf("12#"));
        Log.AddSignal("179080", new CallSignal.Hold());
        Log.AddLeave("179080");
        Log.AddLeave("179080", MediaEnding.ConsentLost);

        var (commands, gap) = Log.Read();

        Assert.Null(gap);
        Assert.False(Log.HasGap);
        Assert.Equal(
            [
                Request("/a"),
                At(3, CommandKind.HungUp) with { Of = 0 },
                At(3, CommandKind.MediaInvited) with { AccessCode = "179080" },
                At(3, CommandKind.MediaJoined) with { AccessCode = "179080", Text = "AnonymousCard" },
                At(3, CommandKind.MediaSignal) with { AccessCode = "179080", Signal = "Dtmf", Text = "12#" },
                At(3, CommandKind.MediaSignal) with { AccessCode = "179080", Signal = "Hold" },
                At(3, CommandKind.MediaLeft) with { AccessCode = "179080" },
                At(3, CommandKind.MediaLeft) with { AccessCode = "179080", Text = "ConsentLost" },
            ],
            commands);
    }

    [Fact]
    public void A_command_knows_its_place()
    {
        var request = Request("/a");

        Assert.Equal(new LoggedCommand(0, request), Log.Add(request));
        Assert.Equal(new LoggedCommand(1, request), Log.Add(request));
    }

    [Fact]
    public void A_body_is_known_when_it_was_read()
    {
        var logged = Log.Add(Request("/a"))!;

        Log.AddBody(logged, "{}");

        Assert.Equal("{}", Assert.Single(Log.Read().Commands).Body);
    }

    [Fact]
    public void One_command_too_many_leaves_nothing_but_the_reason()
    {
        for (var i = 0; i < CommandLog.CommandsMax; i++)
        {
            Assert.Equal(i, Log.Add(Request("/a"))!.Number);
        }

        Assert.Equal(CommandLog.CommandsMax, Log.Read().Commands.Count);
        Assert.Null(Log.Add(Request("/a")));
        AssertGap("more than 20000 requests came to it");
    }

    [Fact]
    public void Bodies_that_are_too_long_together_leave_nothing_but_the_reason()
    {
        var logged = Log.Add(Request("/a") with { Body = new string('x', CommandLog.CharsMax - 1) });
        Assert.NotNull(logged);
        Log.AddBody(logged, "y");
        Assert.Equal("y", Assert.Single(Log.Read().Commands).Body);

        Assert.Null(Log.Add(Request("/a") with { Body = "z" }));

        AssertGap("the bodies that came to it have more than 4194304 characters");
    }

    [Fact]
    public void A_body_that_is_read_too_late_to_be_kept_is_not_kept()
    {
        var logged = Log.Add(Request("/a") with { Body = new string('x', CommandLog.CharsMax) })!;

        Log.AddBody(logged, "y");

        Assert.StartsWith("x", logged.Command.Body, StringComparison.Ordinal);
        AssertGap("the bodies that came to it have more than 4194304 characters");
    }

    private void AssertGap(string why)
    {
        Assert.True(Log.HasGap);
        var (commands, gap) = Log.Read();
        Assert.Empty(commands);
        Assert.Equal(why, gap);
    }

    private static RecordedCommand Request(string path) =>
        At(0, CommandKind.Vendor) with { Method = "POST", Path = path };

    private static RecordedCommand At(double seconds, CommandKind kind) =>
        new(kind, ClockSettings.Frozen.StartsAt!.Value.AddSeconds(seconds));
}
