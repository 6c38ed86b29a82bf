namespace CecSim.Simulation.Tests.Transfers;

/// <summary>
/// Whatever the three do in whatever order: nobody is lost, nobody is called twice, and the agent is told how it ended.
/// </summary>
public sealed class ConsultationMachineTests
{
    [Fact]
    public void Each_state_answers_each_input() => Assert.All(
        Enum.GetValues<ConsultationState>(),
        state => Assert.All(
            Enum.GetValues<ConsultationInput>(), input => Assert.NotNull(ConsultationMachine.Decide(state, input))));

    [Fact]
    public void Whatever_happens_the_customer_hears_one_party_or_music_and_is_never_lost()
    {
        var inputs = Gen.Elements(Enum.GetValues<ConsultationInput>()).ListOf(30);
        Prop.ForAll(Arb.From(inputs), run =>
        {
            var (state, world) = (ConsultationState.None, new World());
            foreach (var input in run)
            {
                if (ConsultationMachine.Decide(state, input) is ConsultationDecision.Accepted accepted)
                {
                    world.Happens(input);
                    accepted.Effects.ToList().ForEach(world.Do);
                    state = accepted.Next;
                    world.MustBeWhole(state);
                }
            }
        }).Check(PropertyRuns.Of(2000));
    }

    [Theory]
    [InlineData(ConsultationState.Trying)]
    [InlineData(ConsultationState.Handing)]
    [InlineData(ConsultationState.Consulting)]
    [InlineData(ConsultationState.Conference)]
    public void There_is_one_second_party_at_a_time(ConsultationState state) => Assert.Equal(
        [AgentRefusal.TransferUnderWay, AgentRefusal.TransferUnderWay],
        new[] { ConsultationInput.Consult, ConsultationInput.HandOn }
            .Select(i => ((ConsultationDecision.Refused)ConsultationMachine.Decide(state, i)).Reason));

    /// <summary>What the effects come to, without the machine.</summary>
    private sealed class World
    {
        private bool _hasAgent = true;
        private bool _hasCustomer = true;
        private bool _hasSecond;
        private bool _isSecondThere;
        private string _customerHears = "agent";

        public void Happens(ConsultationInput input)
        {
            _isSecondThere |= input is ConsultationInput.Answers;
            _hasCustomer &= input is not ConsultationInput.CustomerLeaves;
        }

        public void Do(ConsultationEffect effect)
        {
            switch (effect)
            {
                case ConsultationEffect.HoldCustomer:
                    _customerHears = "music";
                    break;
                case ConsultationEffect.CallSecond:
                    Assert.False(_hasSecond, "It is called twice.");
                    _hasSecond = true;
                    break;
                case ConsultationEffect.JoinSecond:
                    Assert.True(_hasAgent && _isSecondThere);
                    break;
                case ConsultationEffect.JoinAll:
                    Assert.True(_hasAgent && _isSecondThere);
                    _customerHears = "all";
                    break;
                case ConsultationEffect.LetSecondGo:
                    Assert.True(_hasSecond, "Nobody is there to be let go.");
                    (_hasSecond, _isSecondThere) = (false, false);
                    break;
                case ConsultationEffect.Retrieve:
                    Assert.True(_hasAgent);
                    _customerHears = "agent";
                    break;
                case ConsultationEffect.LetAgentGo:
                    Assert.True(_hasAgent);
                    _hasAgent = false;
                    break;
                case ConsultationEffect.GiveToSecond:
                    Assert.True(_isSecondThere && !_hasAgent);
                    _customerHears = "second";
                    break;
                case ConsultationEffect.Requeue:
                    Assert.False(_hasAgent || _hasSecond);
                    _customerHears = "queue";
                    break;
                default:
                    Assert.True(_hasAgent && _hasSecond, $"{effect} tells nobody, or of nobody.");
                    break;
            }
        }

        public void MustBeWhole(ConsultationState state)
        {
            var expected = state switch
            {
                ConsultationState.None => ["agent"],
                ConsultationState.Trying or ConsultationState.Handing or ConsultationState.Orphaned
                    or ConsultationState.Consulting => ["music"],
                ConsultationState.Conference => ["all"],
                _ => (string[])(_hasCustomer ? ["second", "queue"] : [_customerHears]),
            };
            Assert.Contains(_customerHears, expected);
            Assert.Equal(state is not (ConsultationState.None or ConsultationState.Over), _hasSecond && _hasCustomer
                && state is not ConsultationState.Over);
        }
    }
}
