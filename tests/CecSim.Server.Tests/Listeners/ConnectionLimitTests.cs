using CecSim.Guarding;
using CecSim.Server.Listeners;
using Microsoft.AspNetCore.Connections;

namespace CecSim.Server.Tests.Listeners;

/// <summary>How many connections there is room for.</summary>
public sealed class ConnectionLimitTests
{
    [Theory]
    [InlineData("Max open files            20000                524288               files     ", 20_000)]
    [InlineData("Max open files            unlimited            unlimited            files     ", int.MaxValue)]
    [InlineData("Max processes             96362                96362                processes ", int.MaxValue)]
    public void The_limit_of_open_files_is_read_as_the_system_writes_it(string line, long max) =>
        Assert.Equal(max, OpenFiles.MaxIn(["Limit                     Soft Limit           Hard Limit  ", line]));

    [Theory]
    [InlineData(20_000, 17_000)]
    [InlineData(1_500, 750)]
    [InlineData(1, 1)]
    [InlineData(long.MaxValue, int.MaxValue)]
    public void Other_files_have_room_beside_the_connections(long files, int connections) =>
        Assert.Equal(connections, ConnectionLimit.RoomIn(files));

    [Fact]
    [ThrowsFrom("refusal of a connection")]
    public async Task A_connection_that_cannot_even_be_refused_is_a_failure_that_is_told_and_nothing_else()
    {
        var guard = new Guard(new GuardDiary());
        var limit = new ConnectionLimit(new CecSimArgs { ConnectionsMax = 1 }, TimeProvider.System, guard);
        Assert.True(limit.TryEnter());
        Assert.False(limit.TryEnter());

        await limit.RefuseAsync(new DefaultConnectionContext { Transport = null! }, isHttps: false);

        Assert.Equal("refusal of a connection", Assert.Single(guard.Failures).Place);
        limit.Leave();
        Assert.True(limit.TryEnter());
    }
}
