namespace CecSim.Telephony.Calling.Media;

/// <summary>What the media of a call come past, to be waited for. Whoever waits goes on on another thread.</summary>
internal sealed class MediaMilestones
{
    private readonly TaskCompletionSource<TransportEnd> _ended =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>ICE has a way to the gateway.</summary>
    public TaskCompletionSource<bool> Found { get; } = New();

    /// <summary>The handshake is done.</summary>
    public TaskCompletionSource<bool> Secured { get; } = New();

    /// <summary>The first packet of sound or pictures came.</summary>
    public TaskCompletionSource<bool> Heard { get; } = New();

    public Task<TransportEnd> Ended => _ended.Task;

    public static void Reach(TaskCompletionSource<bool> milestone) => milestone.TrySetResult(true);

    public void End(TransportEnd end)
    {
        if (_ended.TrySetResult(end))
        {
            foreach (var milestone in new[] { Found, Secured, Heard })
            {
                milestone.TrySetResult(false);
            }
        }
    }

    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
