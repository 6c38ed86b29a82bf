namespace CecSim.Scenarios.Tests.ConnectionBar;

public sealed class BarKeysTests
{
    [Fact]
    public void A_validate_url_is_an_http_or_https_url_and_nothing_else() => Assert.Equal(
        [.. Enumerable.Range(0, 6).Select(_ => "allowed: an absolute URL as in https://host:8443/path, http or https")],
        ((string[])
        [
            "ftp://crm.example/v", "file:///etc/passwd", "crm.example/v", "https://user:word@crm.example/v",
            "https://crm.example/v#top", "https:crm.example/v",
        ]).Select(url => Assert.Single(Story.Complaints(
                Story.Head + $"space: {{ connectionBar: {{ validateUrl: \"{url}\" }} }}"))
            .Split("; ")[1]));

    [Fact]
    public void A_customer_who_does_not_answer_has_no_time_to_answer_in() => Assert.Equal(
        [
            "s.yaml:4:19: 'answersAfter' says nothing of a customer who does not answer",
            "s.yaml:5:23: 'talksFor' says nothing of a customer who does not answer",
        ],
        Story.Complaints(
            Story.Head +
            """
            outbound:
              - { fate: busy, answersAfter: 3s }
              - { fate: noAnswer, talksFor: 3s }
            """));
}
