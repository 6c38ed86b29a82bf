using System.Xml.Linq;

namespace CecSim.Telephony.Tests.Sip.Subscriptions;

/// <summary>Phones are told of accounts: RFC 6665, 4235 and 3842.</summary>
public sealed class SubscriptionTests
{
    private static readonly XNamespace Info = "urn:ietf:params:xml:ns:dialog-info";

    private readonly InvitationBench _bench = new();
    private readonly Phone _phone;
    private readonly Watcher _watcher;

    public SubscriptionTests()
    {
        _phone = Phone.OnDatagrams(_bench.Sip.Server);
        _watcher = new Watcher(_phone);
    }

    [Fact]
    public void Who_subscribes_proves_who_it_is_and_is_told_at_once()
    {
        Assert.Equal(401, _watcher.Ask(600).Status);

        var ok = _watcher.Subscribe();
        var notify = _watcher.TakeNotify();

        Assert.Equal((200, "600"), (ok.Status, ok["Expires"]));
        Assert.Equal(
            ("active;expires=600", "application/dialog-info+xml"),
            (notify["Subscription-State"], notify["Content-Type"]));
        var info = XDocument.Parse(notify.Body).Root!;
        Assert.Equal(Info + "dialog-info", info.Name);
        Assert.Equal(
            ("0", "full", "sip:1001@cec.test"),
            ((string?)info.Attribute("version"), (string?)info.Attribute("state"), (string?)info.Attribute("entity")));
        Assert.Empty(info.Elements());
    }

    [Fact]
    public void A_call_to_the_account_is_told_when_it_rings_when_it_is_answered_and_when_it_is_over()
    {
        var called = _bench.Register();
        _watcher.Subscribe();
        _watcher.TakeNotify();

        _bench.Connect(called);
        Assert.Equal(["recipient early"], Dialogs(_watcher.TakeNotify()));
        Assert.Equal(["recipient confirmed"], Dialogs(_watcher.TakeNotify()));
        called.Ask(_bench.InCall("BYE", 1));

        var last = _watcher.TakeNotify();
        Assert.Empty(Dialogs(last));
        Assert.Equal("3", (string?)XDocument.Parse(last.Body).Root!.Attribute("version"));
        Assert.Null(_phone.Next());
    }

    [Fact]
    public void A_call_that_is_not_answered_is_told_and_told_to_be_over()
    {
        _bench.Register();
        _watcher.Subscribe();
        _watcher.TakeNotify();

        _bench.Invite().Cancel("nobody is there");

        Assert.Equal(["recipient early"], Dialogs(_watcher.TakeNotify()));
        Assert.Empty(Dialogs(_watcher.TakeNotify()));
    }

    [Fact]
    public void A_call_of_the_account_itself_is_told()
    {
        var calling = _bench.Register();
        _watcher.Subscribe();
        _watcher.TakeNotify();

        calling.Send(new Caller(calling).Invite().Replace(
            "\"Ann\" <sip:ann@cec.test>", "<sip:1001@cec.test>", StringComparison.Ordinal));

        Assert.Equal(["initiator early"], Dialogs(_watcher.TakeNotify()));
        Assert.Equal(["initiator confirmed"], Dialogs(_watcher.TakeNotify()));
    }

    [Fact]
    public void Nobody_has_messages_that_wait()
    {
        var watcher = new Watcher(_phone, package: "message-summary");

        Assert.Equal(200, watcher.Subscribe().Status);

        var notify = watcher.TakeNotify();
        Assert.Equal(
            ("application/simple-message-summary", "Messages-Waiting: no\r\n"), (notify["Content-Type"], notify.Body));
    }

    [Theory]
    [InlineData("presence")]
    [InlineData("Dialog")]
    [InlineData("")]
    public void What_else_could_be_subscribed_to_is_a_bad_event(string package)
    {
        var answer = new Watcher(_phone, package: package).Ask(600);

        Assert.Equal((489, "dialog, message-summary"), (answer.Status, answer["Allow-Events"]));
        Assert.StartsWith(
            $"399 cecsim \"The event '{package}' is not served", answer["Warning"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accept: application/pidf+xml\r\n", 406)]
    [InlineData("Accept: application/dialog-info+xml\r\n", 200)]
    [InlineData("Accept: application/*\r\n", 200)]
    public void Who_does_not_take_what_would_be_told_is_refused(string accept, int status) =>
        Assert.Equal(status, new Watcher(_phone) { Extra = accept }.Subscribe().Status);

    [Fact]
    public void An_account_that_is_not_there_is_not_watched() =>
        Assert.Equal(404, new Watcher(_phone, watched: "1003").Subscribe().Status);

    [Fact]
    public void A_subscription_is_refreshed_and_ends_when_its_subscriber_says_so()
    {
        _watcher.Subscribe();
        _watcher.TakeNotify();

        Assert.Equal("900", _watcher.Subscribe(900)["Expires"]);
        Assert.Equal("active;expires=900", _watcher.TakeNotify()["Subscription-State"]);
        Assert.Equal("0", _watcher.Subscribe(0)["Expires"]);

        Assert.Equal("terminated;reason=timeout", _watcher.TakeNotify()["Subscription-State"]);
        Assert.Equal(481, _watcher.Subscribe().Status);
    }

    [Fact]
    public void A_subscription_that_nobody_refreshes_ends_with_its_time_and_says_so()
    {
        _watcher.Subscribe();
        _watcher.TakeNotify();

        _bench.Sip.Time.Advance(TimeSpan.FromSeconds(600));

        Assert.Equal("terminated;reason=timeout", _watcher.TakeNotify()["Subscription-State"]);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public void Who_asks_for_more_than_an_hour_has_an_hour() =>
        Assert.Equal("3600", _watcher.Subscribe(86_400)["Expires"]);

    [Fact]
    public void Who_asks_for_no_time_is_told_once()
    {
        _watcher.Subscribe(0);

        Assert.Equal("terminated;reason=timeout", _watcher.TakeNotify()["Subscription-State"]);
        _bench.AssertNothingLeft();
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        _watcher.Subscribe();
        _watcher.TakeNotify();

        await _bench.Sip.Server.DisposeAsync();

        Assert.Equal("terminated;reason=deactivated", _watcher.TakeNotify()["Subscription-State"]);
    }

    [Fact]
    public void A_subscriber_that_knows_its_subscription_no_more_is_told_nothing_more()
    {
        _bench.Register();
        _watcher.Subscribe();
        _watcher.TakeNotify(status: 481);

        _bench.Invite();

        Assert.Null(_phone.Next());
    }

    [Fact]
    public void A_browser_that_is_gone_is_told_nothing_more()
    {
        var browser = Phone.OnWebSocket(_bench.Sip.Server);
        var watcher = new Watcher(browser);
        watcher.Subscribe();
        watcher.TakeNotify();

        browser.HangUpFlow();

        _bench.AssertNothingLeft();
    }

    [Fact]
    public void An_account_has_only_so_many_subscriptions()
    {
        for (var count = 0; count < 10; count++)
        {
            var watcher = new Watcher(_phone);
            Assert.Equal(200, watcher.Subscribe().Status);
            watcher.TakeNotify();
        }

        var refused = _watcher.Subscribe();

        Assert.Equal(503, refused.Status);
        Assert.StartsWith(
            "399 cecsim \"An account has 10 subscriptions at most: end one",
            refused["Warning"],
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Dialogs(SipWireText notify) => XDocument.Parse(notify.Body).Root!
        .Elements(Info + "dialog")
        .Select(d => $"{(string?)d.Attribute("direction")} {(string?)d.Element(Info + "state")}");
}
