using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Tests.Sip.Transactions;

public sealed class SipSerialExecutorTests
{
    private readonly ManualTime _time = new();
    private readonly SipSerialExecutor _turns;
    private readonly GuardDiary _diary = new();
    private readonly List<string> _told = [];

    public SipSerialExecutorTests() => _turns = new SipSerialExecutor(_time, new Guard(_diary));

    [Fact]
    public void Notices_are_told_after_the_turn_in_their_order()
    {
        _turns.Take(() =>
        {
            _turns.AfterTurn(() => _told.Add("first"));
            _turns.Take(() => _turns.AfterTurn(() => _told.Add("second")));
            Assert.Empty(_told);
        });

        Assert.Equal(["first", "second"], _told);
    }

    [Fact]
    public void A_turn_that_a_notice_takes_is_told_of_after_the_notice()
    {
        _turns.Take(() => _turns.AfterTurn(() =>
        {
            _turns.Take(() => _turns.AfterTurn(() => _told.Add("inner")));
            _told.Add("outer");
        }));

        Assert.Equal(["outer", "inner"], _told);
    }

    [Fact]
    [ThrowsFrom("SIP notice")]
    public void A_notice_that_throws_keeps_nobody_else_from_being_told()
    {
        _turns.Take(() =>
        {
            _turns.AfterTurn(() => throw new InvalidOperationException("it"));
            _turns.AfterTurn(() => _told.Add("waited"));
        });

        _turns.Take(() => _turns.AfterTurn(() => _told.Add("next")));

        Assert.Equal(["waited", "next"], _told);
        Assert.Equal("SIP notice failed inside CecSim: it", Assert.Single(_diary.Failures).Why);
    }

    [Fact]
    [ThrowsFrom("SIP timer")]
    public void A_timer_that_throws_fails_what_armed_it_and_no_other()
    {
        _turns.Take(() => _turns.After(
            TimeSpan.FromSeconds(1), () => throw new InvalidOperationException("it"), why => _told.Add(why.Why)));
        _turns.Take(() => _turns.After(TimeSpan.FromSeconds(2), () => _told.Add("fired")));

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["SIP timer failed inside CecSim: it", "fired"], _told);
        Assert.Equal("SIP timer", Assert.Single(_diary.Failures).Place);
    }

    [Fact]
    public void A_cancelled_timer_never_fires_and_a_timer_fires_once()
    {
        var cancelled = _turns.Take(() => _turns.After(TimeSpan.FromSeconds(1), () => _told.Add("cancelled")));
        _turns.Take(() => _turns.After(TimeSpan.FromSeconds(1), () => _told.Add("fired")));

        _turns.Take(cancelled.Dispose);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["fired"], _told);
        Assert.Equal((0, 0), (_turns.TimersCount, _time.TimersCount));
    }
}
