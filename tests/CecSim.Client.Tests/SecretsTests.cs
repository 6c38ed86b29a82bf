using System.Collections.Concurrent;
using System.Diagnostics;

namespace CecSim.Client.Tests;

/// <summary>Secrets go to CEC, and nowhere else.</summary>
public sealed class SecretsTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_exception_holds_a_secret_even_if_the_server_repeats_it()
    {
        await using var caller = await Caller.InAsync();
        await caller.Customer.CheckAsync(TestEnds);
        var secrets = SecretsOf(caller);
        await caller.Space.ArmFaultAsync(
            new JsonObject
            {
                ["at"] = "checkClickToCallSupport",
                ["inject"] = new JsonObject
                {
                    ["status"] = new JsonObject
                    {
                        ["code"] = 500,
                        ["body"] = new JsonObject { ["exceptionInfo"] = $"said {string.Join(" and\n", secrets)}" }
                            .ToJsonString(),
                    },
                },
            }.ToJsonString(),
            TestEnds);

        var failed = await Assert.ThrowsAsync<CecException>(() => caller.Customer.CheckAsync(TestEnds));

        Assert.Contains("said *** and *** and ***", failed.Message, StringComparison.Ordinal);
        AssertFree(secrets, failed.ToString(), failed.Failure.ToString());
    }

    [Fact]
    public async Task No_trace_holds_a_secret()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => traced.Enqueue(
                $"{a.DisplayName} {string.Join(' ', a.TagObjects)} {a.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var caller = await Caller.InAsync();

        await caller.CallAsync();

        Assert.Contains(traced, t => t.Contains("createClickToCall", StringComparison.Ordinal));
        AssertFree(SecretsOf(caller), [.. traced]);
    }

    [Fact]
    public async Task Nothing_that_holds_a_secret_prints_it()
    {
        await using var caller = await Caller.InAsync(
            """
            name: phone
            about: One agent with a phone.
            space: { agents: [{ workNo: 1001, accountCode: a, sipAccount: "88", sipPassword: s3cret }] }
            """);

        var agents = await caller.Cec.QueryAgentsAsync(TestEnds);

        var agent = Assert.Single(agents.Agents);
        Assert.Equal(
            (1001, "a", "88", "s3cret"), (agent.WorkNo, agent.AccountCode, agent.SipAccount, agent.SipPassword));
        AssertFree(["s3cret"], agent.ToString(), agents.ToString());
        AssertFree([caller.Space.AppSecret], $"{Caller.OptionsFor(caller.Space)} {caller.Cec} {caller.Customer}");
    }

    private static string[] SecretsOf(Caller caller)
    {
        var last = caller.Wire.Sent[^1];
        var access = last.Header("Authorization")!["Bearer ".Length..];
        return [caller.Space.AppSecret, access, last.Header("ccmessaging-token")!];
    }

    private static void AssertFree(string[] secrets, params string[] texts) => Assert.All(
        texts, text => Assert.All(
            secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
}
