using CecSim.Simulation.Agents;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Outbound;

namespace CecSim.Tests;

/// <content>Its people, its flows, and whom they reach.</content>
internal static partial class Everything
{
    private static Dictionary<string, IvrFlow> Flows => new()
    {
        ["please wait"] = new(
            "please wait",
            [
                new IvrStep.Play(new Sound.Speech("please wait")),
                new IvrStep.Gather
                {
                    Prompt = [new Sound.Speech("press 1")],
                    MaxDigits = 2,
                    Terminator = '*',
                    FirstDigitWithin = TimeSpan.FromSeconds(8),
                    NextDigitWithin = TimeSpan.FromSeconds(1),
                    Tries = 2,
                    On =
                    [
                        new IvrBranch("1", [new IvrStep.Leave(new IvrExit.Enqueue("counter"))]),
                        new IvrBranch("2?", [new IvrStep.Leave(new IvrExit.ToNumber("110"))]),
                    ],
                    Otherwise = [new IvrStep.Leave(new IvrExit.ToFlow("closed"))],
                },
            ]),
        ["closed"] = new("closed", [new IvrStep.Leave(new IvrExit.HangUp())]),
    };

    private static IReadOnlyList<OutboundRule> Numbers =>
    [
        new()
        {
            Number = "1380*",
            AnswersAfter = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)),
            TalksFor = TimeSpan.FromSeconds(20),
        },
        new() { Number = "1*", Fate = OutboundOutcome.Busy },
        new() { Number = "2", Fate = OutboundOutcome.NoAnswer },
        new() { Fate = OutboundOutcome.WrongNumber },
    ];

    private static IReadOnlyList<AgentSettings> Listed =>
    [
        new()
        {
            WorkNo = 101,
            Role = AgentRole.Callout,
            Type = AgentType.Voice,
            Name = "Ann",
            MobileNumber = "+4930123",
            Anonymized = true,
            Intelligent = true,
            SinglePhone = true,
            PhoneAnswersItself = true,
            AccountCode = "11",
            SipAccount = "8801",
            SipPassword = "cti-1234",
            Skills = [new("hotline"), new("sales-voice", 100, 2)],
            MaxChats = 100,
            Conduct = new()
            {
                AnswersAfter = new(TimeSpan.Zero, TimeSpan.FromSeconds(8)),
                TalksFor = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)),
                Declines = 0.25,
                Ignores = 0.75,
                HangsUp = 1,
                TransfersTo = "overflow",
                Rests = new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5)),
                Shift = new()
                {
                    From = new(8, 0),
                    To = new(16, 0),
                    Days = [DayOfWeek.Saturday, DayOfWeek.Sunday],
                },
            },
        },
        new()
        {
            WorkNo = 999_999,
            Role = AgentRole.QualityChecker,
            Type = AgentType.Video,
            Skills = [new("counter")],
            Conduct = new() { TalksFor = TimeSpan.FromSeconds(5) },
        },
        new()
        {
            WorkNo = 102,
            Role = AgentRole.Common,
            Type = AgentType.Multimedia,
            Skills = [],
            Conduct = new()
            {
                Rests = new(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)),
            },
        },
    ];
}
