using static CecSim.Server.Tests.CecClient;
using static CecSim.Server.Tests.Faults.FaultyCec;

namespace CecSim.Server.Tests.Faults;

/// <summary>The fault that lets an answer's body trickle.</summary>
public sealed class BandwidthTests
{
    [Fact]
    public async Task A_body_over_a_thin_line_comes_byte_by_byte_in_space_time()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new Bandwidth(5)));
        var client = await cec.SignInAsync();
        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));
        await socket.SendAsync(client.RawGet(CheckPath));

        Assert.Contains($"\r\nContent-Length: {CheckBody.Length}\r\n", await socket.ReadToAsync("\r\n\r\n"));
        Assert.Equal(CheckBody[..1], await socket.ReadToAsync(CheckBody[..1]));
        await cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds);
        await cec.AdvanceAsync(1);
        Assert.Equal(CheckBody[1..6], await socket.ReadToAsync(CheckBody[1..6]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(33)]
    public async Task A_body_is_whole_when_its_bytes_have_had_their_time_and_no_sooner(int bytesPerSecond)
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new Bandwidth(bytesPerSecond)));
        var client = await cec.SignInAsync();
        var answer = await cec.HeldAsync(client.CheckAsync());

        // The last piece, of those that go out each tenth of a second, begins here.
        var pieceSize = Math.Max(1, bytesPerSecond / 10);
        var lastPiece = (CheckBody.Length - 1) / pieceSize * pieceSize;
        var justBefore = Math.Floor(lastPiece * 1000.0 / bytesPerSecond) - 1;

        await cec.AdvanceAsync(justBefore / 1000);
        await cec.HeldAsync(answer);
        await cec.AdvanceAsync(0.002);

        Assert.Equal(CheckBody, (await answer).Body);
    }

    [Fact]
    public async Task A_body_that_fits_into_a_tenth_of_a_second_needs_no_time()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new Bandwidth(CheckBody.Length * 10)));
        var client = await cec.SignInAsync();

        Assert.Equal(CheckBody, (await client.CheckAsync()).Body);
    }

    [Fact]
    public async Task A_body_one_byte_longer_than_that_waits_for_its_last()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new Bandwidth((CheckBody.Length - 1) * 10)));
        var client = await cec.SignInAsync();
        var answer = await cec.HeldAsync(client.CheckAsync());

        await cec.AdvanceAsync(0.1);

        Assert.Equal(CheckBody, (await answer).Body);
    }

    [Fact]
    public async Task An_event_over_a_thin_line_counts_as_delivered_once_its_body_is_whole()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Queued(), new ScriptStep.Connected()], new FaultWhen { Nth = 1 }, new Bandwidth(10)));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(60);

        Assert.Equal("Call in queue", (await poll).Text("resultDesc"));
        Assert.Equal("Call connected", (await client.PollAsync()).Text("resultDesc"));
    }
}
