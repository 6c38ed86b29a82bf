namespace CecSim.Telephony.Tests.Media;

/// <summary>A gateway on a free port whose clock stands still, and what its calls announced.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly List<TestPeer> _peers = [];

    public Guard Guard { get; } = new(new WriterLog(Console.Error));

    public GatewayUnderTest(MediaSettings? settings = null) =>
        Gateway = new MediaGateway((settings ?? new MediaSettings()) with { Port = 0 }, Time, Guard);

    public ManualTime Time { get; } = new();

    public MediaGateway Gateway { get; }

    public TestPeer NewPeer()
    {
        var peer = new TestPeer();
        _peers.Add(peer);
        return peer;
    }

    /// <summary>A call that is connected; the peer's offer may be changed before.</summary>
    public async Task<ConnectedCall> ConnectAsync(
        MediaOptions? wishes = null,
        Func<OfferText, OfferText>? change = null,
        TestPeer? peer = null)
    {
        peer ??= NewPeer();
        var offer = change is null ? peer.Offer : change(peer.Offer);
        var accepted = Accepted(Gateway.Accept(offer.ToString(), wishes));
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        accepted.Call.Connected += _ => connected.TrySetResult();
        await peer.ConnectAsync(accepted.Sdp);
        await connected.Task.WaitAsync(TestContext.Current.CancellationToken);
        return new ConnectedCall(accepted.Call, peer, offer, accepted.Sdp);
    }

    /// <summary>For what a gateway does of itself: its time goes on until the task is done.</summary>
    public async Task WhileTimeGoesOnAsync(Task task)
    {
        using var turns = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        while (!task.IsCompleted && await turns.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            Time.Advance(Tick);
        }

        await task;
    }

    public static MediaAnswer.Accepted Accepted(MediaAnswer answer) => Assert.IsType<MediaAnswer.Accepted>(answer);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        foreach (var peer in _peers)
        {
            await peer.DisposeAsync();
        }
    }
}

internal sealed record ConnectedCall(MediaCall Call, TestPeer Peer, OfferText Offer, string Answer);
