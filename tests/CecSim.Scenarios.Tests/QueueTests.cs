using CecSim.Simulation.Queues;

namespace CecSim.Scenarios.Tests;

public sealed class QueueTests
{
    [Fact]
    [Shows("9.3/wrap-up-5s")]
    [Shows("10.1/waiting-default-60s", "10.1/calls-default-100", "10.1/type-default-voice")]
    public void A_queue_that_says_only_its_name_has_the_documented_defaults()
    {
        var queue = Assert.Single(Story.Read(Story.Head + "space: { queues: [{ name: a }] }").Space.Queues);

        Assert.Equal(
            (QueueType.Voice, 60.0, 100, 5.0, AnswerMode.ReportNoVoice),
            (
                queue.Type,
                queue.MaxWaitingTime.TotalSeconds,
                queue.MaxCalls,
                queue.WrapUp.TotalSeconds,
                queue.AnswerMode));
        Assert.All(
            [queue.OnTimeout, queue.OnBusy, queue.OnNoAgents],
            overflow => Assert.IsType<Overflow.Release>(overflow));
    }

    [Fact]
    [Shows("10.1/name-20-characters", "10.1/name-without-spaces", "10.1/waiting-1-60000s", "10.1/calls-1-10000")]
    [Shows("10.1/wrap-up-0-3600s", "10.1/five-types")]
    public void What_the_documents_do_not_allow_a_queue_is_reported_with_what_they_do() => Assert.Equal(
        [
            "s.yaml:5:7: the key 'name' is missing: what the rest of the file calls it.",
            "s.yaml:5:15: 'vioce' is not a queue type; " +
            "allowed: voice, multimedia, video, voiceClickToDial, videoClickToDial; did you mean 'voice'?",
            "s.yaml:6:15: 'my queue' is not a queue name; allowed: 1 to 20 characters without spaces",
            "s.yaml:7:15: 'twenty-one-characters' is not a queue name; allowed: 1 to 20 characters without spaces",
            "s.yaml:8:34: '0s' is not a waiting time; allowed: 1s to 1000m, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:9:34: '60001s' is not a waiting time; allowed: 1s to 1000m, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:10:35: '10001' is not a number of calls; allowed: 1 to 10000",
            "s.yaml:11:26: '3601s' is not a wrap-up; allowed: 0s to 1h, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:12:30: 'reportName' is not an answer mode; allowed: reportNoVoice, reportEmployeeId",
            "s.yaml:13:15: the queue 'a' is already there at line 8",
            "s.yaml:14:35: '0' is not a number of calls; allowed: 1 to 10000",
        ],
        Queues(
            """
            - { type: vioce }
            - { name: my queue }
            - { name: twenty-one-characters }
            - { name: a, maxWaitingTime: 0s }
            - { name: b, maxWaitingTime: 60001s }
            - { name: c, maxCallsInQueue: 10001 }
            - { name: d, wrapUp: 3601s }
            - { name: e, answerMode: reportName }
            - { name: a }
            - { name: f, maxCallsInQueue: 0 }
            """));

    [Fact]
    public void A_space_has_at_least_one_queue() => Assert.Equal(
        ["s.yaml:3:18: expected 1 to 1000 queues, got 0"],
        Story.Complaints(Story.Head + "space: { queues: [] }"));

    [Fact]
    [Shows("10.1/queues-1000")]
    public void A_space_has_no_more_queues_than_a_tenant_may_create() => Assert.Equal(
        ["s.yaml:3:18: expected 1 to 1000 queues, got 1001"],
        Story.Complaints(
            Story.Head +
            $"space: {{ queues: [{string.Join(", ", Enumerable.Range(1, 1001).Select(i => $"{{ name: q{i} }}"))}] }}"));

    [Fact]
    [Shows("10.1/multimedia-to-queues-only", "10.1/policy-same-type")]
    public void A_transfer_stays_within_the_type_and_leads_elsewhere() => Assert.Equal(
        [
            "s.yaml:5:44: 'viedo' is not a voice queue of this space; allowed: voice, voice-too",
            "s.yaml:6:48: 'video' is not a voice queue of this space; allowed: voice, voice-too",
            "s.yaml:7:60: a queue cannot transfer to itself",
            "s.yaml:8:65: 'voice' is not a multimedia queue of this space; allowed: chat, robot",
            "s.yaml:9:50: 'transferToIvr' is not a processing policy; allowed: release, transferTo; " +
            "did you mean 'transferTo'?",
            "s.yaml:10:43: 'releese' is not a processing policy; allowed: release, transferTo, transferToIvr; " +
            "did you mean 'release'?",
            "s.yaml:11:39: a processing policy has exactly one key, not 2; " +
            "allowed: release, transferTo, transferToIvr",
        ],
        Queues(
            """
            - { name: voice, onBusy: { transferTo: viedo } }
            - { name: voice-too, onBusy: { transferTo: video } }
            - { name: video, type: video, onTimeout: { transferTo: video } }
            - { name: chat, type: multimedia, onNoAgents: { transferTo: voice } }
            - { name: robot, type: multimedia, onBusy: { transferToIvr: x } }
            - { name: x, type: video, onNoAgents: releese }
            - { name: y, type: video, onBusy: { transferTo: x, transferToIvr: z } }
            """));

    [Fact]
    public void A_queue_of_no_known_type_is_not_held_against_those_who_refer_to_it() => Assert.Equal(
        [
            "s.yaml:5:24: 'vido' is not a queue type; " +
            "allowed: voice, multimedia, video, voiceClickToDial, videoClickToDial; did you mean 'video'?",
        ],
        Queues(
            """
            - { name: a, type: vido, onBusy: { transferToIvr: x }, onTimeout: { transferTo: b } }
            - { name: b, type: multimedia, onBusy: { transferTo: a } }
            """));

    [Fact]
    public void Transfers_that_go_round_in_a_circle_are_reported_with_the_circle() => Assert.Equal(
        [
            "s.yaml:7:44: transfers go round in a circle: a -> b -> c -> a",
            "s.yaml:7:71: transfers go round in a circle: b -> c -> b",
        ],
        Queues(
            """
            - { name: a, onBusy: { transferTo: b }, onNoAgents: { transferTo: c } }
            - { name: b, onNoAgents: { transferTo: c } }
            - { name: c, onNoAgents: { transferTo: a }, onBusy: { transferTo: b } }
            - { name: d, onBusy: { transferTo: a } }
            """));

    [Fact]
    public void A_transfer_after_the_waiting_time_may_come_back() => Assert.Empty(
        Queues(
            """
            - { name: a, onTimeout: { transferTo: b } }
            - { name: b, onBusy: { transferTo: a } }
            """));

    [Fact]
    [Shows("10.2/one-number-one-queue", "10.2/device-type-queue")]
    public void Each_called_number_leads_to_one_queue_of_the_space() => Assert.Equal(
        [
            "s.yaml:6:21: '+49' is not an access code; allowed: 1 to 15 digits",
            "s.yaml:7:46: '123456789' is not an extension code; allowed: 1 to 8 digits",
            "s.yaml:8:21: the number '123451' is already there at line 5",
            "s.yaml:9:7: the key 'queue' is missing, or 'ivr': where it leads",
            "s.yaml:10:33: 'caht' is not a queue of this space; allowed: voice-click, video-click, chat; " +
            "did you mean 'chat'?",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              calledRoutes:
                - { accessCode: 12345, extensionCode: "1", queue: chat }
                - { accessCode: "+49", queue: chat }
                - { accessCode: "123456", extensionCode: "123456789", queue: chat }
                - { accessCode: "123451", queue: chat }
                - { accessCode: "1" }
                - { accessCode: "2", queue: caht }
            """));

    [Fact]
    [Shows("10.2/access-code-one-type")]
    public void The_queues_of_an_access_code_are_of_one_type() => Assert.Equal(
        [
            "s.yaml:10:57: 'seen' is a video click-to-dial queue, and the access code '12345' is that of a " +
            "voice click-to-dial queue at line 8",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              queues:
                - { name: spoken, type: voiceClickToDial }
                - { name: seen, type: videoClickToDial }
              calledRoutes:
                - { accessCode: "12345", extensionCode: "1", queue: spoken }
                - { accessCode: "67890", queue: seen }
                - { accessCode: "12345", extensionCode: "2", queue: seen }
                - { accessCode: "12345", extensionCode: "3", queue: spoken }
            """));

    [Fact]
    public void Many_queues_are_not_all_listed_in_a_complaint() => Assert.Equal(
        [
            "s.yaml:4:42: 'x' is not a queue of this space; " +
            $"allowed: {string.Join(", ", Enumerable.Range(1, 20).Select(i => $"queue{i}"))} and 30 more",
        ],
        Story.Complaints(
            Story.Head +
            $$"""
            space:
              calledRoutes: [{ accessCode: 1, queue: x }]
              queues: [{{string.Join(", ", Enumerable.Range(1, 50).Select(i => $"{{ name: queue{i} }}"))}}]
            """));

    private static IEnumerable<string> Queues(string queues) =>
        Story.Complaints($"{Story.Head}space:\n  queues:\n    {queues.ReplaceLineEndings("\n    ")}");

    [Fact]
    [Shows("10.1/description-50-characters")]
    public void A_description_has_at_most_fifty_characters()
    {
        Assert.Empty(Queues($"- {{ name: a, description: {new string('d', 50)} }}"));
        Assert.Equal(
            [$"s.yaml:5:31: '{new string('d', 51)}' is not a description; allowed: 1 to 50 characters"],
            Queues($"- {{ name: a, description: {new string('d', 51)} }}"));
    }
}
