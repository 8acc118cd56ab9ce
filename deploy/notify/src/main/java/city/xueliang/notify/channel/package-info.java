/** The ways out: each makes one attempt to hand over a message and says how it went. */
package city.xueliang.notify.channel;
