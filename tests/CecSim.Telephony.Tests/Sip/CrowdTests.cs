namespace CecSim.Telephony.Tests.Sip;

/// <summary>Many callers at once, on as many threads as the machine gives.</summary>
public sealed class CrowdTests
{
    private const int CallersCount = 40;
    private const int CallsEach = 25;

    private readonly SipTestServer _bench = new();

    [Fact]
    public async Task Calls_on_many_threads_do_not_get_into_each_others_way()
    {
        _bench.Pressed = call => call.HangUp("enough");
        _bench.Decide = async invite =>
        {
            await Task.Yield();
            invite.Ring();
            return new InviteDecision.Answer($"answer to {invite.CallId}");
        };

        await Task.WhenAll(Enumerable.Range(0, CallersCount).Select(n => Task.Run(() => CallAsync(n))));

        Assert.Equal(CallersCount * CallsEach, _bench.Heard.Count(h => h.StartsWith("dtmf", StringComparison.Ordinal)));
        Assert.Equal(CallersCount * CallsEach, _bench.Heard.Count(h => h == "ended HungUp"));
        _bench.AssertNothingLeft();
    }

    private async Task CallAsync(int number)
    {
        var phone = Phone.OnWebSocket(_bench.Server);
        for (var i = 0; i < CallsEach; i++)
        {
            var caller = new Caller(phone, $"call-{number}-{i}");
            phone.Send(caller.Invite());
            Assert.Equal(100, (await phone.TakeAsync()).Status);
            Assert.Equal(180, (await phone.TakeAsync()).Status);
            var ok = await phone.TakeAsync();
            Assert.Equal($"answer to call-{number}-{i}", ok.Body);
            caller.ToTag = ok.ToTag;
            phone.Send(caller.Ack());
            phone.Send(caller.Request("INFO", "", "1", "application/dtmf"));
            Assert.Equal(200, (await phone.TakeAsync()).Status);
            phone.Send(Caller.AnswerTo(await phone.TakeAsync(), 200));
        }
    }
}
