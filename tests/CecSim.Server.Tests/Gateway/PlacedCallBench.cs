using System.Collections.Concurrent;
using CecSim.Telephony.Calling;
using CallAttempt = CecSim.Telephony.Calling.CallAttempt;
using CallPlan = CecSim.Telephony.Calling.CallPlan;

namespace CecSim.Server.Tests.Gateway;

/// <summary>A calling party, a server with a gateway, and a call that waits there to be placed.</summary>
public abstract class PlacedCallBench : IAsyncLifetime
{
    private const int AgentsCount = 40;

    private protected CallingParty Party { get; } = new(TimeProvider.System);

    private protected ConcurrentQueue<CallStep> Steps { get; } = new();

    private protected TaskCompletionSource FirstPacket { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private protected TaskCompletionSource<CallStep> Reoffer { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private protected TaskCompletionSource Rings { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private protected TestCec Cec { get; private set; } = null!;

    private protected InvitedCall Invited { get; private set; } = null!;

    private protected static CancellationToken TestEnds => TestCec.TestEnds;

    private protected CallPlan Plan => new()
    {
        Gateway = new Uri((string)Invited.Content["gwAddresses"]![0]!),
        Domain = Invited.Domain,
        Number = Invited.AccessCode,
        Caller = (string)Invited.Content["clickToCallCaller"]!,
        Tell = Note,
    };

    public async ValueTask InitializeAsync()
    {
        Cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents = [.. Enumerable.Range(1001, AgentsCount).Select(n => new AgentSettings { WorkNo = n })],
        });
        Invited = await InvitedCall.ConnectAsync(Cec);
    }

    public async ValueTask DisposeAsync()
    {
        await Party.DisposeAsync();
        await Cec.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<PlacedCall> ConnectAsync(CallPlan plan)
    {
        var attempt = await Party.CallAsync(plan, TestEnds);
        return attempt is CallAttempt.Connected connected
            ? connected.Call
            : throw new InvalidOperationException(((CallAttempt.Failed)attempt).Failure.Text);
    }

    private protected async Task<CallFailure> FailAsync(CallPlan plan)
    {
        var failed = Assert.IsType<CallAttempt.Failed>(await Party.CallAsync(plan, TestEnds));
        Assert.Equal(0, Party.CallsCount);
        return failed.Failure;
    }

    private protected async Task<InvitedCall> InviteAsync(string userId, string mediaAbility = "0")
    {
        var client = await Cec.SignInAsync(userId);
        await client.CreateAsync(mediaAbility);
        return new InvitedCall(client, JsonNode.Parse((await client.PollAsync()).Body)!["content"]!);
    }

    private protected async Task ArmAsync(string inject) => Assert.Equal(
        201,
        (await new ControlApiClient(Cec.Http).PostAsync(
            "spaces/demo/faults", $$"""{"at":"invite","inject":{{inject}}}""")).Status);

    private protected Task<JsonNode> MediaAsync() => Cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");

    private void Note(CallStep step)
    {
        Steps.Enqueue(step);
        _ = step.Kind switch
        {
            CallStepKind.FirstPacket => FirstPacket.TrySetResult(),
            CallStepKind.Reoffer => Reoffer.TrySetResult(step),
            CallStepKind.Ring => Rings.TrySetResult(),
            _ => true,
        };
    }
}
