namespace CecSim.Simulation.Tests.RandomChats;

/// <summary>What holds whatever customers, agents and the clock do.</summary>
public sealed class RandomChatsTests
{
    private static readonly Config Runs = PropertyRuns.Of(1_000);

    private static readonly Gen<ChatMove> Moves =
        from kind in Gen.Frequency(
            (3, Gen.Constant(ChatMoveKind.Connect)),
            (1, Gen.Constant(ChatMoveKind.ConnectLater)),
            (5, Gen.Constant(ChatMoveKind.Write)),
            (1, Gen.Constant(ChatMoveKind.AskForAgent)),
            (1, Gen.Constant(ChatMoveKind.Disconnect)),
            (6, Gen.Constant(ChatMoveKind.Poll)),
            (5, Gen.Constant(ChatMoveKind.WriteAnswer)),
            (2, Gen.Constant(ChatMoveKind.HangUp)),
            (1, Gen.Constant(ChatMoveKind.Call)),
            (1, Gen.Constant(ChatMoveKind.Drop)),
            (1, Gen.Constant(ChatMoveKind.AgentSignsOut)),
            (2, Gen.Constant(ChatMoveKind.AgentSignsIn)),
            (5, Gen.Constant(ChatMoveKind.Advance)))
        from who in Gen.Choose(0, 9)
        from amount in Gen.Choose(0, 11)
        select new ChatMove(kind, who, amount);

    private static readonly Gen<Overflow> Overflows = Gen.Elements<Overflow>(
        new Overflow.Release(), new Overflow.Transfer("second"), new Overflow.TransferToIvr("night"));

    private static readonly Gen<QueueSettings> Queues =
        from wait in Gen.Choose(1, 60)
        from max in Gen.Choose(0, 3)
        from onTimeout in Overflows
        from onBusy in Overflows
        from onNoAgents in Overflows
        select new QueueSettings
        {
            Name = "chat",
            Type = QueueType.Multimedia,
            MaxWaitingTime = TimeSpan.FromSeconds(wait),
            MaxCalls = max,
            OnTimeout = onTimeout,
            OnBusy = onBusy,
            OnNoAgents = onNoAgents,
        };

    private static readonly Gen<ChannelSettings> Channels =
        from service in Gen.Elements(ChannelService.Human, ChannelService.Robot)
        from callEndsChat in Gen.Elements(true, false)
        from chatEndsCall in Gen.Elements(true, false)
        select new ChannelSettings { Service = service, CallEndsChat = callEndsChat, ChatEndsCall = chatEndsCall };

    private static readonly Gen<SpaceSettings> Spaces =
        from seed in Gen.Choose(1, int.MaxValue)
        from queue in Queues
        from channel in Channels
        from first in Gen.Choose(0, 2)
        from second in Gen.Choose(0, 2)
        from thinking in Gen.Choose(0, 4)
        select new SpaceSettings
        {
            Seed = (ulong)seed,
            Channels = [channel],
            Queues =
            [
                queue,
                new QueueSettings { Name = "second", Type = QueueType.Multimedia },
                new QueueSettings { Name = "calls", Type = QueueType.VoiceClickToDial, WrapUp = TimeSpan.Zero },
            ],
            Agents =
            [
                new AgentSettings { WorkNo = 101, MaxChats = first },
                new AgentSettings { WorkNo = 102, MaxChats = second },
            ],
            ChatThinking = new DurationRange(TimeSpan.Zero, TimeSpan.FromSeconds(thinking)),
        };

    [Fact]
    public void No_message_is_lost_doubled_or_out_of_order_and_no_agent_holds_more_than_it_may() => Prop.ForAll(
        (from settings in Spaces
         from length in Gen.Choose(10, 200)
         from moves in Moves.ArrayOf(length)
         select (settings, moves)).ToArbitrary(),
        story =>
        {
            using var run = new RandomChatRun(story.settings);
            run.Play(story.moves);
            run.End();
        }).Check(Runs);
}
