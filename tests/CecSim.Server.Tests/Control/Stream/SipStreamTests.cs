using CecSim.Server.Ladders;
using CecSim.Server.Spaces.EventStream;
using CecSim.Server.Tests.Gateway;
using CecSim.Server.Tests.Phones;
using CecSim.Tests;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control.Stream;

/// <summary>The SIP of a space in its stream, a line each. Read from the wire.</summary>
public sealed class SipStreamTests
{
    [Fact]
    public async Task A_registration_is_told_message_by_message_with_its_account_and_without_its_secrets()
    {
        await using var cec = await StartAsync(PhoneBench.Centre());
        using var stream = await SseReader.FollowAsync(cec);

        using var phone = await WirePhone.RegisterAsync(cec, "88881001");

        List<JsonNode> told = [];
        while (told.Count < 4)
        {
            told.Add((await stream.NextAsync("sip"))["sip"]!);
        }

        Assert.Equal(
            [
                "in REGISTER", "out 401 Unauthorized of REGISTER", "in REGISTER", "out 200 OK of REGISTER",
            ],
            told.Select(Brief));
        Assert.All(told, t => Assert.Equal(
            ("register-88881001", null, "88881001", "udp"),
            ((string?)t["sipCallId"], (long?)t["callId"], (string?)t["account"], (string?)t["transport"])));
        Assert.StartsWith("127.0.0.1:", (string?)told[0]["peer"], StringComparison.Ordinal);
        Assert.All(told, t => Assert.DoesNotContain("nonce", t.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_messages_of_a_customers_call_have_its_number()
    {
        await using var cec = await StartAsync();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        using var stream = await SseReader.FollowAsync(cec);

        await phone.InviteAsync(call.AccessCode, call.Domain);

        var invite = (await stream.NextAsync("sip"))["sip"]!;
        var trying = (await stream.NextAsync("sip"))["sip"]!;
        var ok = (await stream.NextAsync("sip"))["sip"]!;
        Assert.Equal(
            ["in INVITE", "out 100 Trying of INVITE", "out 200 OK of INVITE"],
            new[] { invite, trying, ok }.Select(Brief));
        Assert.All(
            new[] { invite, trying, ok },
            t => Assert.Equal((1L, null), ((long?)t["callId"], (string?)t["account"])));
    }

    [Fact]
    public async Task Without_a_journal_no_message_is_told()
    {
        await using var cec = await StartAsync(PhoneBench.Centre() with { Journal = false });
        using var stream = await SseReader.FollowAsync(cec);

        using var phone = await WirePhone.RegisterAsync(cec, "88881001");
        await new ControlApiClient(cec.Http).PostAsync("spaces/demo/reset", """{"scope":"faults"}""");

        Assert.DoesNotContain("sip", (await stream.UntilAsync("reset")).Select(t => t.Name));
    }

    [Fact]
    [ThrowsFrom("SIP messages for followers")]
    public async Task A_message_that_cannot_be_told_holds_up_none_after_it()
    {
        var diary = new GuardDiary();
        await using var cec = await StartAsync(PhoneBench.Centre(), guardLog: diary);
        var told = 0;
        cec.Space.Events.Subscribe(happened =>
        {
            if (happened is SipPassed && ++told == 1)
            {
                throw new FormatException("made by a test");
            }
        });

        using var phone = await WirePhone.RegisterAsync(cec, "88881001");

        await Eventually.IsTrueAsync("four messages told", () => Volatile.Read(ref told) >= 4);
        Assert.Contains("SIP messages for followers", diary.Failures.Select(f => f.Place));
    }

    [Fact]
    public async Task Messages_that_there_is_no_room_for_are_counted()
    {
        const int Asked = (SipFollowing.WaitingMax / 2) + 100;
        await using var cec = await StartAsync(PhoneBench.Centre());
        using var isFlooded = new ManualResetEventSlim();
        var (told, dropped) = (0L, 0L);
        cec.Space.Events.Subscribe(happened =>
        {
            isFlooded.Wait(TestEnds);
            Interlocked.Add(ref told, happened is SipPassed ? 1 : 0);
            Interlocked.Add(ref dropped, happened is EventsDropped { Count: var count } ? count : 0);
        });
        using var socket = new UdpClient("127.0.0.1", cec.Softphones.Port);

        for (var number = 1; number <= Asked; number++)
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(
                    "OPTIONS sip:88881001@127.0.0.1 SIP/2.0\r\n" +
                    $"Via: SIP/2.0/UDP {socket.Client.LocalEndPoint};branch=z9hG4bK-{number}\r\nMax-Forwards: 70\r\n" +
                    "From: <sip:1@127.0.0.1>;tag=a\r\nTo: <sip:88881001@127.0.0.1>\r\nCall-ID: flood\r\n" +
                    $"CSeq: {number} OPTIONS\r\nContent-Length: 0\r\n\r\n"),
                TestEnds);
            await socket.ReceiveAsync(TestEnds);
        }

        isFlooded.Set();
        await Eventually.IsTrueAsync(
            "each told or counted", () => Volatile.Read(ref told) + Volatile.Read(ref dropped) == 2 * Asked);
        Assert.InRange(dropped, 1, (2 * Asked) - SipFollowing.WaitingMax);
    }

    private static string Brief(JsonNode sip) =>
        $"{((bool)sip["isIncoming"]! ? "in" : "out")} " +
        (sip["status"] is { } status ? $"{status} {sip["reason"]} of {sip["method"]}" : $"{sip["method"]}");
}
