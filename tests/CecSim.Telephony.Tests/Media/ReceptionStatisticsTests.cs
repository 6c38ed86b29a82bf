using CecSim.Telephony.Media.Rtp;

namespace CecSim.Telephony.Tests.Media;

/// <summary>What is counted as lost: RFC 3550 appendices A.1 and A.3.</summary>
public sealed class ReceptionStatisticsTests
{
    private const int ClockRate = 48_000;

    private readonly ManualTime _time = new();

    [Fact]
    public void Numbers_that_roll_over_are_counted_on() =>
        Assert.Equal((2, 0x10002u), LostOf(65_533, 65_535, 0, 2).Told());

    [Fact]
    public void A_packet_that_was_overtaken_is_not_lost() =>
        Assert.Equal((0, 12u), LostOf(10, 12, 11).Told());

    [Fact]
    public void A_packet_before_the_first_that_came_counts_too() =>
        Assert.Equal((1, 2u), LostOf(2, 65_535, 1).Told());

    [Fact]
    public void A_packet_that_comes_twice_does_not_make_up_for_one_that_is_lost()
    {
        var statistics = LostOf(10, 12, 12);

        Assert.Equal(1, statistics.Lost);
        Assert.Equal(0, statistics.LostByReport);
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(20_000)]
    public void A_sender_that_begins_anew_has_lost_nothing_between(int anew) =>
        Assert.Equal((1, (uint)anew + 2), LostOf(30_000, 30_002, anew, anew + 1, anew + 2).Told());

    [Fact]
    public void A_stray_number_alone_is_no_beginning() =>
        Assert.Equal((0, 30_002u), LostOf(30_000, 10_000, 30_001, 20_000, 30_002).Told());

    [Fact]
    public void Three_rounds_of_all_numbers_with_one_in_ten_lost_are_counted_to_the_packet()
    {
        var statistics = new ReceptionStatistics(1, _time);
        var lost = 0;
        for (var i = 0; i <= 3 * 65_536; i++)
        {
            if (i % 10 == 5)
            {
                lost++;
            }
            else
            {
                statistics.Take((ushort)i, (uint)i, ClockRate);
            }
        }

        Assert.Equal(lost, statistics.Lost);
        Assert.Equal(3u * 65_536, statistics.ExtendedHighest);
    }

    [Fact]
    public void Packets_of_a_key_which_all_have_one_time_stamp_are_no_jitter()
    {
        var statistics = new ReceptionStatistics(1, _time);
        for (var i = 0; i < 20; i++)
        {
            statistics.Take((ushort)i, 960, ClockRate, isPaced: i == 0);
            _time.Leap(TimeSpan.FromMilliseconds(20));
        }

        Assert.Equal(TimeSpan.Zero, statistics.Jitter);
    }

    private ReceptionStatistics LostOf(params int[] numbers)
    {
        var statistics = new ReceptionStatistics(1, _time);
        foreach (var number in numbers)
        {
            statistics.Take((ushort)number, 0, ClockRate);
        }

        return statistics;
    }
}

file static class Statistics
{
    public static (long Lost, uint Highest) Told(this ReceptionStatistics statistics) =>
        (statistics.Lost, statistics.ExtendedHighest);
}
