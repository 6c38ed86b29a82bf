using CecSim.Server.Tests.Gateway;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>A customer who goes on talking: two agents and a customer at phones that were not written here.</summary>
public sealed class TransferredPhonesTests
{
    private const int SecondHertz = 1_000;

    [Fact]
    [Shows("6/refer")]
    public async Task A_phone_hands_its_customer_to_the_phone_of_another_make_and_both_hear_each_other()
    {
        await using var cec = await TestCec.StartAsync(Two());
        await using var first = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await using var second = Linphone.Start(cec.Softphones, "88881002", "cti-1234", SecondHertz);
        await Eventually.IsTrueAsync("two phones", () => cec.Space.Phones.View.Count == 2);
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, "PCMU");
        await Pitch.HeardAsync(customer.Heard, AgentHertz);

        first.Command("/transfer sip:88881002@127.0.0.1");

        await Pitch.HeardAsync(customer.Heard, SecondHertz);
        await Pitch.HeardAsync(second.Heard, CustomerHertz);
        await first.SaysAsync("terminated");
    }

    [Fact]
    [Shows("9.3/consultation")]
    public async Task Agents_talk_before_the_customer_does_and_then_the_customer_hears_the_second_one()
    {
        await using var cec = await TestCec.StartAsync(Two());
        await using var first = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await using var second = await RegisterAsync(
            cec, "answermode=auto;audio_codecs=PCMA", account: "88881002", hertz: SecondHertz);
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, "PCMU");
        await Pitch.HeardAsync(first.Heard, CustomerHertz);

        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Consult(new TransferTarget.ToAgent(1002))));
        await Pitch.HeardAsync(second.Heard, AgentHertz);
        await Pitch.HeardAsync(first.Heard, SecondHertz);
        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Complete()));

        await Pitch.HeardAsync(second.Heard, CustomerHertz);
        await Pitch.HeardAsync(customer.Heard, SecondHertz);
        var silence = Pitch.SilenceBefore(customer.Heard(), SecondHertz);
        TestContext.Current.TestOutputHelper!.WriteLine($"silence of {silence.TotalMilliseconds} ms");
        Assert.InRange(silence, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await first.SaysAsync("session closed");
    }

    [Fact]
    public async Task Who_comes_back_from_a_consultation_hears_the_customer_again()
    {
        await using var cec = await TestCec.StartAsync(Two());
        await using var first = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await using var second = await RegisterAsync(
            cec, "answermode=auto;audio_codecs=PCMU", account: "88881002", hertz: SecondHertz);
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, "PCMU");
        await Pitch.HeardAsync(first.Heard, CustomerHertz);
        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Consult(new TransferTarget.ToAgent(1002))));
        await Pitch.HeardAsync(first.Heard, SecondHertz);

        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.ComeBack()));

        await Pitch.HeardAsync(first.Heard, CustomerHertz);
        await second.SaysAsync("session closed");
    }

    [Fact]
    [Shows("6/conference")]
    public async Task Three_hear_each_other_and_not_themselves()
    {
        await using var cec = await TestCec.StartAsync(Two());
        await using var first = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await using var second = await RegisterAsync(
            cec, "answermode=auto;audio_codecs=PCMA", account: "88881002", hertz: SecondHertz);
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, Baresip.Wideband);
        await Pitch.HeardAsync(first.Heard, CustomerHertz);
        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Consult(new TransferTarget.ToAgent(1002))));
        await Pitch.HeardAsync(first.Heard, SecondHertz);

        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Confer()));

        await Pitch.AllHeardAsync(customer.Heard, [AgentHertz, SecondHertz], but: CustomerHertz);
        await Pitch.AllHeardAsync(first.Heard, [CustomerHertz, SecondHertz], but: AgentHertz);
        await Pitch.AllHeardAsync(second.Heard, [CustomerHertz, AgentHertz], but: SecondHertz);
        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Release(TimeSpan.Zero)));
        await Pitch.HeardAsync(customer.Heard, SecondHertz);
        await Pitch.HeardAsync(second.Heard, CustomerHertz);
    }

    private static CecSimArgs Two() => Centre(s => s with
    {
        Agents = [.. s.Agents, s.Agents[0] with { WorkNo = 1002, SipAccount = "88881002" }],
    });
}
