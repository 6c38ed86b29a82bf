using CecSim.Cli.Contracts;
using CecSim.Scenarios.Contracts;

namespace CecSim.Cli.Tests.Contracts;

public sealed class ContractVerifierTests
{
    private static readonly SequenceContract Call = ContractFiles.Parse(
        "call.contract.yaml",
        """
        name: call
        about: A call that may queue, is connected and ended.
        steps:
          - request: createClickToCall
          - { request: getClickToCallEvents, event: queued, atLeast: 0 }
          - { request: getClickToCallEvents, event: none, atLeast: 0, atMost: 2 }
          - { request: getClickToCallEvents, event: connected }
          - { request: dropClickToCall, atLeast: 0 }
          - { request: getClickToCallEvents, event: released }
        """).Contract!;

    [Theory]
    [InlineData("create 168101 drop 168110")]
    [InlineData("create 168102 none none 168101 drop 168110")]
    [InlineData("create none 168101 168110")]
    [InlineData("token create check 168101 168110")]
    public void A_ladder_of_the_contract_keeps_it(string ladder) =>
        Assert.Null(ContractVerifier.ComplaintOf(Call, LadderOf(ladder)));

    [Theory]
    [InlineData("create 168110",
        "request 2, getClickToCallEvents 0 168110: expected was step 2, getClickToCallEvents queued, " +
        "or step 3, getClickToCallEvents none, or step 4, getClickToCallEvents connected")]
    [InlineData("create none none none 168101",
        "request 4, getClickToCallEvents 0: expected was step 4, getClickToCallEvents connected")]
    [InlineData("create 168101 drop",
        "it ended after 3 requests: expected was step 6, getClickToCallEvents released")]
    [InlineData("create 168101 168110 create",
        "request 4, createClickToCall 0: expected was the end")]
    [InlineData("create 403 168101 168110",
        "request 2, getClickToCallEvents 403: expected was step 2, getClickToCallEvents queued, " +
        "or step 3, getClickToCallEvents none, or step 4, getClickToCallEvents connected")]
    [InlineData("13 168101",
        "request 1, createClickToCall 13: expected was step 1, createClickToCall")]
    [InlineData("", "it ended after 0 requests: expected was step 1, createClickToCall")]
    public void Any_other_breaks_it_where_it_leaves_it(string ladder, string complaint) =>
        Assert.Equal(complaint, ContractVerifier.ComplaintOf(Call, LadderOf(ladder)));

    /// <summary>The drop is sent while the poll is held that then brings the release.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_poll_is_seen_when_it_is_answered(int heldOnMs, bool isKept)
    {
        var dropSentAt = TimeSpan.FromSeconds(10);
        List<ObservedAnswer> seen =
        [
            .. LadderOf("create 168101"),
            Of("168110", TimeSpan.FromSeconds(5)) with { AnsweredAt = dropSentAt.Add(Ms(heldOnMs)) },
            Of("drop", dropSentAt),
        ];

        Assert.Equal(isKept, ContractVerifier.ComplaintOf(Call, seen) is null);
    }

    private static TimeSpan Ms(int count) => TimeSpan.FromMilliseconds(count);

    private static List<ObservedAnswer> LadderOf(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((w, i) => Of(w, TimeSpan.FromSeconds(i)))];

    private static ObservedAnswer Of(string word, TimeSpan at) => word switch
    {
        "token" => new ObservedAnswer("tokenByAkSk", 200, null, null, at, at),
        "check" => new ObservedAnswer("checkClickToCallSupport", 200, "0", null, at, at),
        "create" => new ObservedAnswer("createClickToCall", 200, "0", null, at, at),
        "13" => new ObservedAnswer("createClickToCall", 200, "13", null, at, at),
        "drop" => new ObservedAnswer("dropClickToCall", 200, "0", null, at, at),
        "none" => new ObservedAnswer("getClickToCallEvents", 200, "0", null, at, at),
        "403" => new ObservedAnswer("getClickToCallEvents", 403, null, null, at, at),
        _ => new ObservedAnswer("getClickToCallEvents", 200, "0", int.Parse(word), at, at),
    };
}
