using CecSim.Telephony.Calling.Media;
using CecSim.Telephony.Calling.Signalling;

namespace CecSim.Telephony.Calling;

/// <summary>A call whose media flow. It sends what its plan says until it ends.</summary>
public sealed class PlacedCall : IAsyncDisposable
{
    private readonly CallerSignalling _signalling;
    private readonly CallerMedia _media;
    private readonly CallPlan _plan;
    private readonly CallTimes _times;
    private readonly Action<CallerMedia> _forget;
    private readonly TaskCompletionSource _hangingUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isOver;

    internal PlacedCall(
        CallerSignalling signalling, CallerMedia media, CallPlan plan, CallTimes times, Action<CallerMedia> forget)
    {
        _signalling = signalling;
        _media = media;
        _plan = plan;
        _times = times;
        _forget = forget;
        Ended = EndAsync();
    }

    /// <summary>Completed when the call is over, whoever ended it. It never fails.</summary>
    public Task<CallEnding> Ended { get; }

    /// <summary>What it has heard so far, or had heard when it ended.</summary>
    public CallReport Report() => new(
        _times.AnsweredAfter,
        _times.SetUp,
        _times.FirstPacketAfter,
        HasVideo: _plan.VideoCodecs.Count > 0 && _media.LinesTaken > 1,
        LacksVideo: _plan.VideoCodecs.Count > 0 && _media.LinesTaken < 2,
        Ended.IsCompletedSuccessfully ? Ended.Result : null,
        _media.Report());

    /// <summary>Sends a BYE and ends the media. Takes no longer than the plan's limit; does nothing the second time.</summary>
    public async Task HangUpAsync()
    {
        _hangingUp.TrySetResult();
        await Ended.ConfigureAwait(false);
    }

    /// <summary>Hangs up unless it is over, and gives everything back. <see cref="Report"/> still answers.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            await HangUpAsync().ConfigureAwait(false);
            await _signalling.DisposeAsync().ConfigureAwait(false);
            await _media.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Whatever comes first decides; the other side is told of it either way.
    private async Task<CallEnding> EndAsync()
    {
        var first = await Task.WhenAny(_hangingUp.Task, _signalling.Ended, _media.Milestones.Ended)
            .ConfigureAwait(false);
        CallEnding ending = first switch
        {
            Task<CallEnding> byGateway => await byGateway.ConfigureAwait(false),
            _ when first == _media.Milestones.Ended =>
                new CallEnding.MediaEnded(await _media.Milestones.Ended.ConfigureAwait(false)),
            _ => new CallEnding.HungUp(),
        };
        if (ending is not CallEnding.HungUpByGateway)
        {
            await _signalling.SayGoodbyeAsync().ConfigureAwait(false);
        }

        _forget(_media);
        _media.Close();
        return ending;
    }
}
