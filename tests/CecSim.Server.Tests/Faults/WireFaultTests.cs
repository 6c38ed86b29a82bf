using static CecSim.Server.Tests.CecClient;
using static CecSim.Server.Tests.Faults.FaultyCec;

namespace CecSim.Server.Tests.Faults;

/// <summary>What a bare socket sees of the faults that break HTTP, with TLS and without.</summary>
public sealed partial class WireFaultTests
{
    [Theory, InlineData("http"), InlineData("https")]
    public async Task An_empty_response_is_a_clean_end_without_a_byte(string scheme)
    {
        await using var secure = await SecureCec.StartAsync(AtCheck(new EmptyResponse()));
        await using var socket = await AskAsync(secure.Cec, scheme);

        Assert.Equal("", await socket.ReadToEndAsync());
    }

    [Theory, InlineData("http"), InlineData("https")]
    public async Task A_reset_breaks_the_connection(string scheme)
    {
        await using var secure = await SecureCec.StartAsync(AtCheck(new ConnectionReset()));
        await using var socket = await AskAsync(secure.Cec, scheme);

        Assert.Equal(SocketError.ConnectionReset, await socket.ReadToErrorAsync());
    }

    [Theory, InlineData("http"), InlineData("https")]
    public async Task Garbage_is_no_HTTP_and_comes_from_the_seed(string scheme)
    {
        var garbage = new List<string>();
        foreach (var seed in new[] { 1UL, 1UL, 2UL })
        {
            await using var secure = await SecureCec.StartAsync(AtCheck(new Garbage()) with { Seed = seed });
            await using var socket = await AskAsync(secure.Cec, scheme);
            garbage.Add(await socket.ReadToEndAsync());
        }

        Assert.All(garbage, g => Assert.Equal(256, g.Length));
        Assert.DoesNotContain("HTTP", garbage[0]);
        Assert.Equal(garbage[0], garbage[1]);
        Assert.NotEqual(garbage[0], garbage[2]);
    }

    [Theory, InlineData("http"), InlineData("https")]
    public async Task A_truncated_answer_announces_all_of_it_and_brings_half(string scheme)
    {
        await using var secure = await SecureCec.StartAsync(AtCheck(new Truncate()));
        await using var socket = await AskAsync(secure.Cec, scheme);

        var answer = await socket.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer);
        Assert.Contains($"\r\nContent-Length: {CheckBody.Length}\r\n", answer);
        Assert.DoesNotContain("Connection: close", answer);
        Assert.EndsWith("\r\n\r\n" + CheckBody[..(CheckBody.Length / 2)], answer);
    }

    [Theory, InlineData("http"), InlineData("https")]
    public async Task A_malformed_chunk_stands_behind_a_good_one(string scheme)
    {
        await using var secure = await SecureCec.StartAsync(AtCheck(new MalformedChunk()));
        await using var socket = await AskAsync(secure.Cec, scheme);

        var answer = await socket.ReadToEndAsync();

        var half = CheckBody[..(CheckBody.Length / 2)];
        Assert.Contains("\r\nTransfer-Encoding: chunked\r\n", answer);
        Assert.EndsWith($"\r\n\r\n{half.Length:x}\r\n{half}\r\nno chunk\r\n", answer);
    }

    [Theory, InlineData("http"), InlineData("https")]
    public async Task A_hanging_request_waits_until_its_client_gives_up(string scheme)
    {
        await using var secure = await SecureCec.StartAsync(AtCheck(new Hang()));
        var time = secure.Cec.Space.Time;
        await using (await AskAsync(secure.Cec, scheme))
        {
            await time.WhenWaitingAsync(1, TestCec.TestEnds);
            await secure.Cec.AdvanceAsync(TimeSpan.FromDays(2).TotalSeconds);
            await time.WhenWaitingAsync(1, TestCec.TestEnds);
        }

        await time.WhenWaitingAsync(0, TestCec.TestEnds);
    }

    [Fact]
    public async Task A_hanging_request_ends_with_the_server_without_a_byte()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new Hang()));
        await using var socket = await AskAsync(cec, "http");
        await cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds);

        await cec.StopAsync();

        Assert.Equal("", await socket.ReadToEndAsync());
    }

    [Theory, InlineData("http"), InlineData("https")]
    public async Task A_dribble_brings_the_answer_piece_by_piece_in_space_time(string scheme)
    {
        await using var secure = await SecureCec.StartAsync(AtCheck(new Dribble(3, TimeSpan.FromSeconds(10))));
        await using var socket = await AskAsync(secure.Cec, scheme);
        var time = secure.Cec.Space.Time;
        var third = CheckBody.Length / 3;

        Assert.Contains($"\r\nContent-Length: {CheckBody.Length}\r\n", await socket.ReadToAsync("\r\n\r\n"));
        Assert.Equal(CheckBody[..third], await socket.ReadToAsync(CheckBody[..third]));
        await time.WhenWaitingAsync(1, TestCec.TestEnds);
        await secure.Cec.AdvanceAsync(4.999);
        await time.WhenWaitingAsync(1, TestCec.TestEnds);
        await secure.Cec.AdvanceAsync(0.001);
        var second = CheckBody[third..(CheckBody.Length * 2 / 3)];
        Assert.Equal(second, await socket.ReadToAsync(second));
        await time.WhenWaitingAsync(1, TestCec.TestEnds);
        await secure.Cec.AdvanceAsync(5);
        var last = CheckBody[(CheckBody.Length * 2 / 3)..];
        Assert.Equal(last, await socket.ReadToAsync(last));
    }

    [Fact]
    public async Task A_dribble_that_time_is_moved_past_is_over()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new Dribble(50, TimeSpan.FromMinutes(10))));
        var client = await cec.SignInAsync();
        var answer = await cec.HeldAsync(client.CheckAsync());

        await cec.AdvanceAsync(600);

        Assert.Equal(CheckBody, (await answer).Body);
    }

    // Whoever moved time would wait for an answer that waits for time.
    [Fact]
    public async Task A_held_poll_that_is_answered_in_a_dribble_lets_time_move_on()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Wait(TimeSpan.FromSeconds(2)), new ScriptStep.Queued()],
            FaultWhen.Always,
            new Dribble(2, TimeSpan.FromSeconds(10))));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(2);
        await cec.HeldAsync(poll);
        await cec.AdvanceAsync(10);

        Assert.Equal("Call in queue", (await poll).Text("resultDesc"));
    }

    [Fact]
    public async Task A_dribble_that_is_truncated_brings_its_half_in_pieces()
    {
        await using var cec = await TestCec.StartAsync(
            AtCheck(new Truncate(), new Dribble(2, TimeSpan.FromSeconds(1))));
        await using var socket = await AskAsync(cec, "http");
        await cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds);
        await cec.AdvanceAsync(1);

        Assert.EndsWith("\r\n\r\n" + CheckBody[..(CheckBody.Length / 2)], await socket.ReadToEndAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task A_POST_breaks_as_a_GET_does(int bytesCount)
    {
        Fault fault = bytesCount == 0 ? new EmptyResponse() : new Garbage();
        await using var cec = await TestCec.StartAsync(At(CecOperation.TokenByAkSk, fault));
        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));
        var body = $$"""{"app_key":"{{cec.Space.Settings.AppKey}}","app_secret":"x"}""";
        await socket.SendAsync(
            $"POST {TokenPath} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        Assert.Equal(bytesCount, (await socket.ReadToEndAsync()).Length);
    }

    [Theory]
    [InlineData("truncate")]
    [InlineData("malformedChunk")]
    public async Task An_event_whose_answer_broke_off_comes_again(string name)
    {
        Fault fault = name == "truncate" ? new Truncate() : new MalformedChunk();
        await using var cec = await TestCec.StartAsync(
            AtEvents([new ScriptStep.Queued()], new FaultWhen { Nth = 1 }, fault));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));
        await socket.SendAsync(client.RawGet(EventsPath));
        var broken = await socket.ReadToEndAsync();
        Assert.Contains("resultCode", broken);
        Assert.DoesNotContain("eventId", broken);

        Assert.Equal("Call in queue", (await client.PollAsync()).Text("resultDesc"));
    }

    [Fact]
    public async Task Good_requests_before_the_broken_one_share_its_connection()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Faults =
            [
                new FaultRule(CecOperation.CheckClickToCallSupport, new FaultWhen { Nth = 3 }, new EmptyResponse()),
            ],
        });
        await using var socket = await AskAsync(cec, "http");
        var first = await socket.ReadAnswerAsync();
        var client = await cec.SignInAsync();

        await socket.SendAsync(client.RawGet(CheckPath));
        var second = await socket.ReadAnswerAsync();
        await socket.SendAsync(client.RawGet(CheckPath));

        Assert.Equal(OwnLines().Replace(first, ""), OwnLines().Replace(second, ""));
        Assert.Equal("", await socket.ReadToEndAsync());
    }

    private static async Task<RawConnection> AskAsync(TestCec cec, string scheme)
    {
        var client = await cec.SignInAsync();
        var socket = await RawConnection.OpenAsync(cec.Url(scheme));
        await socket.SendAsync(client.RawGet(CheckPath));
        return socket;
    }

    [GeneratedRegex("(Date|X-CecSim-Id): .*\r\n")]
    private static partial Regex OwnLines();
}
