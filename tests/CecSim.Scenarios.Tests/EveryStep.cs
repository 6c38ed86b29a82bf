namespace CecSim.Scenarios.Tests;

/// <summary>A scenario with every kind of step, action and match.</summary>
internal static class EveryStep
{
    public const string Yaml =
        """
        name: every-step
        about: Each step of a script in each of its forms.
        scripts:
          greet: [queued, wait: { min: 0s, max: 3s }]
          part: &part
            - run: greet
            - connected:
                domain: a.example
                gwAddresses: ["a:1", 2]
                accessCode: 0012
                clickToCallCaller: Ann
                resultCode: 1
                resultDesc: ""
                content: { more: [1, -2.5e3, 007, "1", true, null, ~, { deep: }, yes], "é\"": x }
        calls:
          - match: { media: voice, userId: "*", nth: 2, header: { X-Test: "slow*", user-agent: "*" } }
            script:
              - run: part
              - wait: { mean: 2s, deviation: 500ms, max: 4s }
              - repeat:
                  times: 3
                  steps: [transferred: { resultDesc: Call transferred }, wait: 1s]
              - choose:
                  - { weight: 3, steps: [queued: { content: {} }] }
                  - steps: [failed]
              - await: poll
              - await: { chat: { matches: "*refund*" } }
                within: 5s
                otherwise: [event: { id: 168199, resultDesc: Call whispered, content: { who: Kim } }]
              - { await: dtmf, within: 1s }
              - await: { dtmf: 123# }
              - await: mediaConnected
              - await: chat
              - await: hold
              - await: drop
              - released: { causeId: 3, content: { causeDesc: [1] } }
            on:
              - { action: hold, nth: 2, do: [transferred] }
              - action: { dtmf: "*" }
                do:
                  - event: { id: 1, final: true }
            onDrop: [wait: 1s, released]
          - match: { every: 3 }
            anyway: true
            script: [released]
        """;
}
