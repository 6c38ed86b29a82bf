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
    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource _hangingUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isOver;

    internal PlacedCall(
        CallerSignalling signalling,
        CallerMedia media,
        CallPlan plan,
        CallTimes times,
        Action<CallerMedia> forget,
        TimeProvider clock)
    {
        _signalling = signalling;
        _media = media;
        _plan = plan;
        _times = times;
        _forget = forget;
        _clock = clock;
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

    /// <summary>Sends a BYE and ends the media, within the plan's limit; does nothing the second time.</summary>
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
        var ending = first == _hangingUp.Task ? new CallEnding.HungUp()
            : first == _signalling.Ended ? await _signalling.Ended.ConfigureAwait(false)
            : await EndOfMediaAsync().ConfigureAwait(false);
        if (ending is not CallEnding.HungUpByGateway)
        {
            await _signalling.SayGoodbyeAsync().ConfigureAwait(false);
        }

        _forget(_media);
        _media.Close();
        return ending;
    }

    // A gateway that hangs up closes the media too, and its BYE says more.
    private async Task<CallEnding> EndOfMediaAsync()
    {
        var why = await _media.Milestones.Ended.ConfigureAwait(false);
        try
        {
            return await _signalling.Ended.WaitAsync(_plan.Limits.Goodbye, _clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new CallEnding.MediaEnded(why);
        }
    }
}
