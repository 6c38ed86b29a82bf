using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Polls;

public sealed class CutPollTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_poll_is_cut_whether_or_not_its_connection_is_known_yet(bool isKnown)
    {
        using var space = Create();
        var poll = space.Calls.Poll(space.SignIn());
        var connection = new CountingConnection();
        if (isKnown)
        {
            poll.AttachConnection(connection);
        }

        Assert.True(space.Polls.Cut("clickToCall-1"));
        if (!isKnown)
        {
            poll.AttachConnection(connection);
        }

        Assert.Equal(1, connection.CutsCount);
    }

    [Fact]
    public void A_poll_that_nobody_cut_keeps_its_connection()
    {
        using var space = Create();
        var connection = new CountingConnection();

        space.Calls.Poll(space.SignIn()).AttachConnection(connection);

        Assert.Equal(0, connection.CutsCount);
    }

    private sealed class CountingConnection : IPollConnection
    {
        public int CutsCount { get; private set; }

        public bool IsAborted => CutsCount > 0;

        public void Cut() => CutsCount++;
    }
}
