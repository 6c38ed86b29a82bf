using System.Text.RegularExpressions;
using CecSim.Telephony.Calling;
using CecSim.Telephony.Tests.Media;

namespace CecSim.Telephony.Tests.Calling;

/// <summary>What a caller makes of the answers of gateways that are not CecSim.</summary>
public sealed class AnswersOfGatewaysTests : IAsyncDisposable
{
    private const string Transport =
        "a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:" +
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n" +
        "a=ice-ufrag:gate\r\na=ice-pwd:a-password-of-22-letters-or-more\r\na=setup:passive\r\n";

    private const string Head = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\n";
    private const string Line =
        "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";

    private readonly CallingParty _party = new(TimeProvider.System);
    private readonly MediaGateway _media = new(
        new MediaSettings { Port = 0 }, TimeProvider.System, new Guard(new WriterLog(Console.Error)));

    public async ValueTask DisposeAsync()
    {
        await _party.DisposeAsync();
        await _media.DisposeAsync();
    }

    /// <summary>The answer, and what is said of it.</summary>
    public static TheoryData<string?, string> Useless => new()
    {
        { null, "The answer has no SDP" },
        { " \r\n", "The answer has no SDP" },
        { "hello", "The SDP does not begin with v=0" },
        { Head + Transport + Line, "no candidate, and its default destination is without a c= line, port 9" },
        { Head + "c=IN IP4 0.0.0.0\r\n" + Transport + Line, "its default destination is 0.0.0.0, port 9" },
        { Head + "c=IN IP4 gw.example\r\n" + Transport + Line, "its default destination is gw.example, port 9" },
        { Head + "c=IN IP6 ::1\r\n" + Transport + Line, "no address that can be reached from 127.0.0.1" },
        { Head + Transport + Line + Candidate("4b1-7.local"), "none is a numeric address" },
        { Head + Transport + Line + Candidate("gw.example"), "none is a numeric address" },
        { Head + Transport + Line + "a=candidate:1 1 tcp 1 127.0.0.1 9 typ host\r\n", "none is a numeric address" },
        { Head + Transport + Line.Replace("audio 9", "audio 0", StringComparison.Ordinal), "no m-line with a port" },
        { Head + "c=IN IP4 127.0.0.1\r\n" + Line, "no a=fingerprint" },
        { Head + Transport.Replace("a=ice-", "a=x-", StringComparison.Ordinal) + Line, "no a=ice-ufrag" },
        { Head + Transport.Replace("sha-256", "md5", StringComparison.Ordinal) + Line, "md5 is not taken" },
        { Head + Transport.Replace("passive", "holdconn", StringComparison.Ordinal) + Line, "a=setup:holdconn" },
        { Head + Transport + Line.Replace("opus", "speex", StringComparison.Ordinal), "audio: none of its codecs is" },
        { Head + Transport + Line + Candidate("127.0.0.1")
            + Line.Replace("mid:0", "mid:1", StringComparison.Ordinal), "not the m-lines of the offer" },
    };

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task An_answer_of_no_use_ends_the_call_with_a_reason(string? answer, string said)
    {
        await using var gateway = new FakeGateway(_ => answer);

        var failed = Assert.IsType<CallAttempt.Failed>(await _party.CallAsync(Plan(gateway), TestEnds));

        Assert.Contains(said, Assert.IsType<CallFailure.BadAnswer>(failed.Failure).Text, StringComparison.Ordinal);
        var bye = await gateway.NextAsync();
        Assert.StartsWith("BYE ", bye, StringComparison.Ordinal);
        Assert.Contains("SIP;cause=488;text=\"the answer to the INVITE", FakeGateway.Header(bye, "Reason"));
        Assert.Equal(0, _party.CallsCount);
    }

    [Fact]
    public async Task Without_candidates_the_address_of_the_line_is_where_the_gateway_is()
    {
        await using var gateway = new FakeGateway(offer => Moved(GatewayUnderTest.Accepted(_media.Accept(offer)).Sdp));

        await using var call = Assert.IsType<CallAttempt.Connected>(
            await _party.CallAsync(Plan(gateway), TestEnds)).Call;

        Assert.Equal(_media.Addresses[0], call.Report().Media.Remote);
    }

    [Fact]
    public async Task A_line_s_address_where_nobody_is_has_its_verdict_within_the_limit()
    {
        await using var gateway = new FakeGateway(_ => Head + "c=IN IP4 127.0.0.1\r\n" + Transport + Line);

        var failed = Assert.IsType<CallAttempt.Failed>(await _party.CallAsync(Plan(gateway), TestEnds));

        Assert.Contains("127.0.0.1:9 within", Assert.IsType<CallFailure.NoPath>(failed.Failure).Text);
        Assert.StartsWith("BYE ", await gateway.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_asks_for_an_offer_is_given_one_and_has_to_answer_it()
    {
        MediaCall? media = null;
        await using var gateway = new FakeGateway(offer =>
        {
            (media, var answer) = GatewayUnderTest.Accepted(_media.Accept(offer));
            return answer;
        });
        await using var call = Assert.IsType<CallAttempt.Connected>(
            await _party.CallAsync(Plan(gateway), TestEnds)).Call;

        await gateway.AskAsync("INVITE");
        var offered = await gateway.NextAsync();
        Assert.StartsWith("SIP/2.0 200 ", offered, StringComparison.Ordinal);
        Assert.Contains("a=setup:active", offered, StringComparison.Ordinal);
        var answered = GatewayUnderTest.Accepted(media!.Reoffer(FakeGateway.SdpOf(offered))).Sdp;
        await gateway.AskAsync("ACK", answered.Replace("a=sendrecv", "a=recvonly", StringComparison.Ordinal));

        await gateway.AskAsync("INVITE");
        Assert.StartsWith("SIP/2.0 200 ", await gateway.NextAsync(), StringComparison.Ordinal);
        await gateway.AskAsync("ACK");

        var bye = await gateway.NextAsync();
        Assert.StartsWith("BYE ", bye, StringComparison.Ordinal);
        Assert.Contains("The ACK has no answer", FakeGateway.Header(bye, "Reason"), StringComparison.Ordinal);
        Assert.IsType<CallEnding.AnswerUnusable>(await call.Ended.WaitAsync(TestEnds));
        Assert.False(call.Report().IsSound);
    }

    [Theory]
    [InlineData("a=ice-ufrag:other\r\n", "restarts ICE")]
    [InlineData("a=tls-id:another-association-than-before\r\n", "begins a new DTLS association by its tls-id")]
    public async Task A_gateway_that_begins_anew_in_a_call_is_told_that_this_side_does_not(string line, string what)
    {
        MediaCall? media = null;
        var first = "";
        await using var gateway = new FakeGateway(offer =>
        {
            (media, var answer) = GatewayUnderTest.Accepted(_media.Accept(offer));
            return first = With(answer, "a=tls-id:the-association-of-the-beginning\r\n");
        });
        await using var call = Assert.IsType<CallAttempt.Connected>(
            await _party.CallAsync(Plan(gateway), TestEnds)).Call;

        await gateway.AskAsync("INVITE", With(first, line));
        var refused = await gateway.NextAsync();
        Assert.StartsWith("SIP/2.0 488 ", refused, StringComparison.Ordinal);
        Assert.Contains($"The offer {what}", FakeGateway.Header(refused, "Warning"), StringComparison.Ordinal);

        await gateway.AskAsync("INVITE", first);
        Assert.StartsWith("SIP/2.0 200 ", await gateway.NextAsync(), StringComparison.Ordinal);
        await gateway.AskAsync("ACK");
        await gateway.AskAsync("INVITE");
        var offered = await gateway.NextAsync();
        await gateway.AskAsync(
            "ACK", With(GatewayUnderTest.Accepted(media!.Reoffer(FakeGateway.SdpOf(offered))).Sdp, line));

        var bye = await gateway.NextAsync();
        Assert.StartsWith("BYE ", bye, StringComparison.Ordinal);
        Assert.Contains($"The answer {what}", FakeGateway.Header(bye, "Reason"), StringComparison.Ordinal);
    }

    // In the place of the line of that name, or behind each m-line's role.
    private static string With(string sdp, string line)
    {
        var name = line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)];
        return sdp.Contains(name, StringComparison.Ordinal)
            ? Regex.Replace(sdp, $"{name}[^\r]*\r\n", line)
            : Regex.Replace(sdp, "a=setup:[^\r]*\r\n", $"$0{line}");
    }

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    private static CallPlan Plan(FakeGateway gateway) => new()
    {
        Gateway = gateway.Address,
        Domain = "cec.test",
        Number = "1790",
        Caller = "AnonymousCard",
        Limits = new CallLimits { Path = TimeSpan.FromSeconds(2) },
    };

    private static string Candidate(string address) => $"a=candidate:1 1 udp 1 {address} 5090 typ host\r\n";

    // The fingerprint above all sections, and no candidate.
    private static string Moved(string answer)
    {
        var lines = SdpLines.Of(answer).Where(l => !l.Contains("candidate", StringComparison.Ordinal)).ToList();
        var fingerprint = lines.First(l => l.StartsWith("a=fingerprint", StringComparison.Ordinal));
        lines.Remove(fingerprint);
        lines.Insert(lines.FindIndex(l => l.StartsWith("m=", StringComparison.Ordinal)), fingerprint);
        return string.Concat(lines.Select(l => l + "\r\n"));
    }
}
