using CecSim.Simulation;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Outbound;
using CecSim.Simulation.Queues;
using CecSim.Simulation.Spaces;

namespace CecSim.Tests;

/// <summary>A scenario that says all that a space can be told, and the space that it must give.</summary>
internal static partial class Everything
{
    public const string Yaml =
        """
        name: everything
        about: A contact centre in which nothing is left to its default.
        profile: cec-2.5
        seed: 18446744073709551615
        space:
          appKey: k
          appSecret: s
          tenantSpaceId: 0012
          scope: [applyToken, queryAgentInfo]
          resources:
            { voiceAgents: 1, videoAgents: 2, multimediaAgents: 1, versatileAgents: 3, intelligentAgents: 4,
              maxConcurrentVoiceCalls: 0 }
          channels:
            - id: "1"
              name: shop
              webRtc: false
              clickToCall: false
              voiceQueue: sales-voice
              videoQueue: sales-video
              chatQueue: sales-chat
              service: robot
              workingHours: { from: "09:00", to: "18:30", days: [mon, tue, wed, thu, fri, sat, sun] }
              timeZone: Europe/Berlin
              requiresChatFirst: true
              callEndsChat: true
              chatEndsCall: true
            - { id: 2, workingHours: { from: 22:00, to: 06:00 } }
          queues:
            - name: hotline
              description: where everybody calls
              type: voice
              maxWaitingTime: 60000s
              maxCallsInQueue: 10000
              wrapUp: 3600s
              onTimeout: { transferTo: overflow }
              onBusy: { transferToIvr: please wait }
              onNoAgents: release
              answerMode: reportEmployeeId
              queuing: { ivr: please wait }
              keeping: { say: one moment please }
              tellsPlace: true
            - { name: overflow, maxWaitingTime: 1s, maxCallsInQueue: 1, wrapUp: 0s, answerMode: reportNoVoice }
            - { name: counter, type: video, onNoAgents: { transferToIvr: closed } }
            - { name: sales-voice, type: voiceClickToDial }
            - { name: sales-video, type: videoClickToDial }
            - { name: sales-chat, type: multimedia, onBusy: { transferTo: chat-too } }
            - { name: chat-too, type: multimedia }
          calledRoutes:
            - { accessCode: "12345", queue: hotline }
            - { accessCode: 12345, extensionCode: 1, queue: overflow }
            - { accessCode: 12345, extensionCode: 2, ivr: closed }
          agents:
            list:
              - workNo: 101
                role: callout
                type: voice
                name: Ann
                mobileNumber: +4930123
                anonymized: true
                intelligent: true
                singlePhone: true
                phoneAnswersItself: true
                accountCode: "11"
                sipAccount: "8801"
                sipPassword: cti-1234
                queues: [hotline, { name: sales-voice, agentWeight: 100, skillWeight: 2 }]
                maxChats: 100
                answersAfter: { min: 0s, max: 8s }
                talksFor: { min: 2m, max: 3m }
                declines: 0.25
                ignores: 0.75
                hangsUp: true
                transfersTo: overflow
                rests: { every: 1h, for: 10m, allowed: 5m }
                shift: { from: "08:00", to: "16:00", days: [sat, sun] }
              - { workNo: 999999, role: qualityChecker, type: video, queues: [counter], talksFor: 5s, declines: false }
              - { workNo: 102, role: common, type: multimedia, queues: [], rests: { every: 2h, for: 5m } }
            count: 3
            startingAt: 100000
            role: callout
            type: versatile
            sipPassword: same
            intelligent: true
            queues: [hotline, sales-chat]
            maxChats: 2
            answersAfter: 1.5s
          timeZone: America/Sao_Paulo
          ringingMax: 20s
          chatPollHold: 6s
          chatSilenceMax: 10m
          chatThinking: { min: 250ms, max: 2s }
          eventPollHold: 1.5s
          mediaWithin: 30s
          latency: { logNormal: { median: 80ms, sigma: 0.5, max: 2s } }
          accessTokenRefusedStatus: 401
          messagingTokenRefusedStatus: 403
          cors: false
          gatewayScheme: wss
          gatewayPlays: music
          gatewayAnswers: ringing
          connectionBar:
            validateUrl: https://crm.example:8443/validate?tenant=1
            validateWithin: 2s
            certificateFile: crm.cer
            customerAlerting: ringing
            softphoneRequired: true
            phoneAnswers: false
        ivr:
          please wait:
            - say: please wait
            - gather:
                prompt: [{ say: press 1 }]
                maxDigits: 2
                terminator: "*"
                firstDigitWithin: 8s
                nextDigitWithin: 1s
                tries: 2
                on:
                  "1": [{ queue: counter }]
                  "2?": [{ transferToNumber: 110 }]
                otherwise: [{ transferToIvr: closed }]
          closed: [hangUp]
        outbound:
          - { number: "1380*", answersAfter: { min: 1s, max: 2s }, talksFor: 20s }
          - { number: "1*", fate: busy }
          - { number: 2, fate: noAnswer }
          - { fate: wrongNumber }
        """;

    public static SpaceSettings Space { get; } = new()
    {
        Name = "everything",
        Profile = Profile.Cec25,
        Seed = ulong.MaxValue,
        AppKey = "k",
        AppSecret = "s",
        TenantSpaceId = "0012",
        Scope = [CecOperation.ApplyToken, CecOperation.QueryAgentInfo],
        Resources = new()
        {
            VoiceAgents = 1,
            VideoAgents = 2,
            MultimediaAgents = 1,
            VersatileAgents = 3,
            IntelligentAgents = 4,
            MaxConcurrentVoiceCalls = 0,
        },
        Channels =
        [
            new()
            {
                Id = "1",
                Name = "shop",
                WebRtc = false,
                ClickToCall = false,
                VoiceQueue = "sales-voice",
                VideoQueue = "sales-video",
                ChatQueue = "sales-chat",
                Service = ChannelService.Robot,
                WorkingHours = new()
                {
                    From = new(9, 0),
                    To = new(18, 30),
                    Days =
                    [
                        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday,
                        DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
                    ],
                },
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
                RequiresChatFirst = true,
                CallEndsChat = true,
                ChatEndsCall = true,
            },
            new() { Id = "2", WorkingHours = new() { From = new(22, 0), To = new(6, 0) } },
        ],
        Queues =
        [
            new()
            {
                Name = "hotline",
                Description = "where everybody calls",
                Type = QueueType.Voice,
                MaxWaitingTime = TimeSpan.FromSeconds(60_000),
                MaxCalls = 10_000,
                WrapUp = TimeSpan.FromHours(1),
                OnTimeout = new Overflow.Transfer("overflow"),
                OnBusy = new Overflow.TransferToIvr("please wait"),
                OnNoAgents = new Overflow.Release(),
                AnswerMode = AnswerMode.ReportEmployeeId,
                Queuing = new WaitTone.Flow("please wait"),
                Keeping = new Sound.Speech("one moment please"),
                TellsPlace = true,
            },
            new() { Name = "overflow", MaxWaitingTime = TimeSpan.FromSeconds(1), MaxCalls = 1, WrapUp = default },
            new() { Name = "counter", Type = QueueType.Video, OnNoAgents = new Overflow.TransferToIvr("closed") },
            new() { Name = "sales-voice", Type = QueueType.VoiceClickToDial },
            new() { Name = "sales-video", Type = QueueType.VideoClickToDial },
            new() { Name = "sales-chat", Type = QueueType.Multimedia, OnBusy = new Overflow.Transfer("chat-too") },
            new() { Name = "chat-too", Type = QueueType.Multimedia },
        ],
        CalledRoutes =
        [
            new("12345", null, "hotline"), new("12345", "1", "overflow"), new("12345", "2", null) { Ivr = "closed" },
        ],
        Agents = Listed,
        Population = new(
            3,
            new()
            {
                WorkNo = 100_000,
                Role = AgentRole.Callout,
                SipPassword = "same",
                Intelligent = true,
                Skills = [new("hotline"), new("sales-chat")],
                MaxChats = 2,
                Conduct = new() { AnswersAfter = TimeSpan.FromSeconds(1.5) },
            }),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"),
        RingingMax = TimeSpan.FromSeconds(20),
        ChatPollHold = TimeSpan.FromSeconds(6),
        ChatSilenceMax = TimeSpan.FromMinutes(10),
        Latency = new DelayTime.LogNormal(TimeSpan.FromMilliseconds(80), 0.5, TimeSpan.FromSeconds(2)),
        ChatThinking = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(2)),
        EventPollHold = TimeSpan.FromMilliseconds(1500),
        MediaWithin = TimeSpan.FromSeconds(30),
        AccessTokenRefusedStatus = 401,
        MessagingTokenRefusedStatus = 403,
        Cors = false,
        GatewayScheme = GatewayScheme.Wss,
        GatewayPlays = GatewayPlay.Music,
        GatewayAnswers = GatewayAnswer.Ringing,
        ConnectionBar = new()
        {
            ValidateUrl = new Uri("https://crm.example:8443/validate?tenant=1"),
            ValidateWithin = TimeSpan.FromSeconds(2),
            CertificateFile = "crm.cer",
            CustomerAlerting = AlertingMeaning.Ringing,
            SoftphoneRequired = true,
            PhoneAnswers = false,
        },
        Ivr = Flows,
        Outbound = Numbers,
    };
}
