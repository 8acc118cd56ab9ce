/** How many alerts seats are told, against what one can work (EEMUA 191, ISA-18.2). */
package city.xueliang.console.alarmhealth;
