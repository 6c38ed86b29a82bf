using CecSim.Simulation.SpaceEvents;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Phones;

/// <summary>Who is registered, until when, and who hears of it.</summary>
public sealed class RegisteredPhonesTests
{
    [Fact]
    public async Task Phones_are_listed_by_account_the_newest_first_with_their_agent_until_their_time_is_over()
    {
        using var space = Create(PhoneCentre.Of(agents: 2));
        Register(space, "8802", "a", seconds: 50);
        Register(space, "8801", "b", seconds: 60);
        Register(space, "8801", "c", seconds: 70);
        Register(space, "stranger", "d", seconds: 80);

        Assert.Equal(["8801 c 101 70", "8801 b 101 60", "8802 a 102 50", "stranger d  80"], Listed(space));
        Assert.True(space.Phones.HasPhone(101));

        await space.AdvanceAsync(60);

        Assert.Equal(["8801 c 101 70", "stranger d  80"], Listed(space));
        Assert.False(space.Phones.HasPhone(102));
    }

    [Fact]
    public async Task A_contact_that_registers_again_is_one_and_begins_its_time_anew()
    {
        using var space = Create(PhoneCentre.Of());
        var line = Register(space, "8801", "a", seconds: 60);
        await space.AdvanceAsync(50);
        Register(space, "8801", "a", seconds: 60);
        await space.AdvanceAsync(50);

        Assert.Equal(["8801 a 101 110"], Listed(space));
        Assert.Empty(line.Ended);
    }

    [Fact]
    public async Task Whoever_follows_is_told_of_each_that_comes_and_goes_and_of_none_that_was_not_there()
    {
        using var space = Create(PhoneCentre.Of());
        List<SpaceEvent> told = [];
        space.Events.Subscribe(told.Add);
        Register(space, "8801", "a", seconds: 60);
        Register(space, "8801", "b", seconds: 60);

        space.Phones.Unregister("8801", "b");
        space.Phones.Unregister("8801", "b");
        space.Phones.Unregister("8802", "a");
        await space.AdvanceAsync(60);

        Assert.Equal(
            ["a True", "b True", "b False", "a False"],
            told.OfType<PhoneMoved>().Select(p => $"{p.Phone.Phone.Contact} {p.IsRegistered}"));
    }

    [Fact]
    public void Of_registrations_that_were_refused_the_last_are_kept()
    {
        using var space = Create(PhoneCentre.Of());
        for (var i = 0; i < 1_000; i++)
        {
            space.Phones.NoteRefusal(new RefusedRegistration(
                ClockSettings.Frozen.StartsAt!.Value, $"{i}", "localhost", PhoneTransport.Udp, null, "wrong password"));
        }

        Assert.InRange(space.Phones.Refusals.Count, 1, 999);
        Assert.Equal("999", space.Phones.Refusals[^1].Account);
    }

    [Fact]
    public async Task Phones_of_a_space_that_begins_anew_stay_for_what_is_left_of_their_time()
    {
        using var former = Create(PhoneCentre.Of());
        Register(former, "8801", "a", seconds: 60);
        await former.AdvanceAsync(20);
        using var space = Create(PhoneCentre.Of());

        space.Phones.TakeOver(former.Phones);

        Assert.Equal(["8801 a 101 40"], Listed(space));
    }

    private static FakeLine Register(Space space, string account, string contact, double seconds)
    {
        var line = new FakeLine();
        space.Phones.Register(
            new PhoneRegistration(account, contact, PhoneTransport.Udp, null, null),
            TimeSpan.FromSeconds(seconds),
            line);
        return line;
    }

    private static IEnumerable<string> Listed(Space space) => space.Phones.View.Select(
        p => $"{p.Phone.Account} {p.Phone.Contact} {p.WorkNo} {space.SecondsUntil(p.ExpiresAt)}");
}
