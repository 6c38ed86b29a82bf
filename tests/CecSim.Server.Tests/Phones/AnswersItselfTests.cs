using System.Collections.Concurrent;

namespace CecSim.Server.Tests.Phones;

/// <summary>A phone that the bar's answer asks to pick up by itself, with an INVITE of its own.</summary>
public sealed class AnswersItselfTests
{
    /// <summary>What happens at once happens in either order: often enough to see both.</summary>
    private const int RoundsCount = 20;

    [Fact]
    public async Task The_INVITE_to_be_answered_comes_once_the_one_before_was_taken_back()
    {
        for (var round = 0; round < RoundsCount; round++)
        {
            await using var cec = await TestCec.StartAsync(PhoneBench.Centre(space => space with
            {
                Agents = [space.Agents[0] with { PhoneAnswersItself = true }],
            }));
            var sent = new ConcurrentQueue<string>();
            var phone = new FlowPhone(cec.Sip, sent.Enqueue);
            phone.Register("88881001", "cti-1234");
            sent.Clear();
            await (await cec.SignInAsync()).CreateAsync();
            await Eventually.IsTrueAsync("an INVITE", () => !sent.IsEmpty);
            phone.Answer(sent.First(), "180 Ringing");

            await new ControlApiClient(cec.Http).PostAsync("spaces/demo/agents/1001/answer", "{}");

            await Eventually.IsTrueAsync("another INVITE", () => sent.Count >= 3);
            Assert.Equal(["INVITE", "CANCEL", "INVITE"], sent.Select(m => m.Split(' ')[0]));
        }
    }
}
